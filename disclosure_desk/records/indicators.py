"""The figures that an office reports without a register of its own (数据填报).

A *flow* is added up over a period; a *stock* is the newest figure on a day.
"""

from dataclasses import dataclass

from disclosure_desk.records.terms import Term, Terms


@dataclass(frozen=True, slots=True)
class Indicator(Term):
    """One figure of the official table that is reported, not counted."""

    unit: str = "件"
    stock: bool = False

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense: everything but amounts of money."""
        return self.unit != "万元"


def _flow(slug: str, label: str, unit: str = "件") -> Indicator:
    return Indicator(slug, label, (f"{label}（{unit}）",), unit=unit)


def _stock(slug: str, label: str, unit: str = "项") -> Indicator:
    return Indicator(slug, label, (f"{label}（{unit}）",), unit=unit, stock=True)


INDICATORS = Terms(
    "指标",
    _flow("licence_decisions", "行政许可处理决定数量"),
    _flow("other_service_decisions", "其他对外管理服务事项处理决定数量"),
    _flow("penalty_decisions", "行政处罚处理决定数量"),
    _flow("coercion_decisions", "行政强制处理决定数量"),
    _flow("fee_amount", "行政事业性收费金额", "万元"),
    _flow("procurement_projects", "政府集中采购项目数量", "个"),
    _flow("procurement_amount", "政府集中采购总金额", "万元"),
    _flow("response_topics", "回应公众关注热点或重大舆情数", "次"),
    _flow("response_press", "新闻发布会总次数", "次"),
    _flow("response_press_led", "主要负责同志参加新闻发布会次数", "次"),
    _flow("response_interviews", "政府网站在线访谈次数", "次"),
    _flow("response_interviews_led", "主要负责同志参加政府网站在线访谈次数", "次"),
    _flow("response_interpretations", "政策解读稿件发布数", "篇"),
    _flow("response_social", "微博微信回应事件数", "次"),
    _flow("response_other", "其他方式回应事件数", "次"),
    _flow("complaints", "举报投诉数量"),
    _flow("funds", "专项经费", "万元"),
    _flow("meetings", "工作会议或专题会议数", "次"),
    _flow("trainings", "培训班数", "次"),
    _flow("training_people", "接受培训人员数", "人次"),
    _stock("licence_items", "行政许可项目数量"),
    _stock("other_service_items", "其他对外管理服务事项项目数量"),
    _stock("penalty_items", "行政处罚项目数量"),
    _stock("coercion_items", "行政强制项目数量"),
    _stock("fee_items", "行政事业性收费项目数量"),
    _stock("offices", "工作专门机构数", "个"),
    _stock("reading_points", "查阅点数", "个"),
    _stock("full_time", "专职人员数", "人"),
    _stock("part_time", "兼职人员数", "人"),
)


def indicator(slug: str) -> Indicator:
    """The indicator stored under this slug. Raises KeyError if there is none."""
    for term in INDICATORS:
        if term.slug == slug and isinstance(term, Indicator):
            return term
    raise KeyError(slug)

"""The kind of applicant is proposed from the name."""

import pytest

from disclosure_desk.records.terms import APPLICANT_KINDS
from disclosure_desk.rules.applicants import NATURAL, Proposal, proposed_kind


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("某某（示例）律师事务所", "legal_service", ("律师事务所",)),
        ("清远法律服务所", "legal_service", ("法律服务所",)),
        ("示例县公证处", "legal_service", ("公证处",)),
        ("示例县红星机械有限公司", "business", ("有限公司",)),
        ("青禾农业股份有限公司", "business", ("有限公司",)),
        ("红星农机厂", "business", ("厂",)),
        ("老街商行", "business", ("商行",)),
        ("青禾种植专业合作社", "business", ("专业合作社",)),
        ("示例农村商业银行某某支行", "business", ("银行", "支行")),
        ("明德会计师事务所（特殊普通合伙）", "business", ("会计师事务所",)),
        ("示例大学", "research", ("大学",)),
        ("示例省农业科学研究院", "research", ("研究院",)),
        ("示例职业技术学院", "research", ("学院",)),
        ("绿水环保志愿服务队", "public_welfare", ("志愿服务队",)),
        ("示例县律师协会", "public_welfare", ("协会",)),
        ("示例县地理学会", "public_welfare", ("学会",)),
        ("春芽教育基金会", "public_welfare", ("基金会",)),
        ("示例县科技促进会", "public_welfare", ("促进会",)),
        ("柳树村村委会", "other", ("村委会",)),
        ("柳树村村民委员会", "other", ("委员会",)),
        ("柳树村股份经济合作社", "other", ("股份经济合作社",)),
        ("示例县水利局", "other", ("局",)),
        ("示例县第一中学", "other", ("中学",)),
    ],
)
def test_words_of_a_name_tell_the_kind_of_organisation(
    name: str, kind: str, words: tuple[str, ...]
) -> None:
    assert kind in APPLICANT_KINDS
    assert proposed_kind(name) == Proposal(kind, words)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("示例大学科技园有限公司", "business"),
        ("示例研究院有限公司", "business"),
        ("示例大学生创业协会", "public_welfare"),
        ("示例公司工会", "other"),
        ("示例大学附属医院", "other"),
        ("示例科技有限公司研究院", "research"),
    ],
)
def test_of_several_words_the_last_one_tells(name: str, kind: str) -> None:
    found = proposed_kind(name)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("某某律师事务所（委托人：张三）", "legal_service"),
        ("张三（委托某某律师事务所）", NATURAL),
        ("张三(某某律师事务所(示例)律师)", NATURAL),
        ("（某某律师事务所）", "legal_service"),
        ("红 星 有 限 公 司", "business"),
        ("某某（示例）有限公司", "business"),
    ],
)
def test_a_remark_in_brackets_is_no_part_of_the_name(name: str, kind: str) -> None:
    found = proposed_kind(name)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "name", ["张三", "李小明", "欧阳若兰", "诸葛明", "阿依古丽·买买提", "张行"]
)
def test_a_personal_name_proposes_a_natural_person(name: str) -> None:
    assert proposed_kind(name) == Proposal(NATURAL)


@pytest.mark.parametrize("name", ["", "　", "长江", "江南春晓", "某某", "Li Ming", "13800000000"])
def test_a_name_that_says_nothing_proposes_nothing(name: str) -> None:
    assert proposed_kind(name) is None


def test_a_longer_word_hides_the_shorter_one_that_it_holds() -> None:
    assert proposed_kind("某某有限责任公司") == Proposal("business", ("有限责任公司",))

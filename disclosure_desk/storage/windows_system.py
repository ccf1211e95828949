"""What is asked of Windows itself, by its own libraries; nothing of it is there elsewhere.

The numbers are those of winnt.h, winbase.h, winerror.h and winuser.h, as mingw-w64 has them.
"""

import ctypes
import sys

_MAY_LOOK = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_OF_ANOTHER_USER = 5  # ERROR_ACCESS_DENIED
_STILL_RUNS = 259  # STILL_ACTIVE
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_MEMORY_OF_EACH = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
_WARNING, _IN_FRONT = 0x30, 0x10000  # MB_ICONWARNING, MB_SETFOREGROUND


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, the two parts inside it laid out in a row."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("smallest_working_set", ctypes.c_size_t),
        ("largest_working_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("read_and_written", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("process_memory_used", ctypes.c_size_t),
        ("job_memory_used", ctypes.c_size_t),
    )


if sys.platform == "win32":
    from ctypes import wintypes

    def process_runs(process: int) -> bool:
        """Whether a process of this computer still runs. Raises TypeError for no number."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_MAY_LOOK, False, wintypes.DWORD(process))
        if not handle:
            return ctypes.get_last_error() == _OF_ANOTHER_USER
        status = wintypes.DWORD()
        told = kernel.GetExitCodeProcess(wintypes.HANDLE(handle), ctypes.byref(status))
        kernel.CloseHandle(wintypes.HANDLE(handle))
        return bool(told) and status.value == _STILL_RUNS

    def drive_kind(root: str) -> int:
        r"""What a drive, such as Z:\, is, by the numbers of GetDriveTypeW."""
        return int(ctypes.WinDLL("kernel32").GetDriveTypeW(wintypes.LPCWSTR(root)))

    def limit_memory(most: int) -> None:
        """Let this process have no more memory than so many bytes."""
        kernel = ctypes.WinDLL("kernel32")
        for function in (kernel.CreateJobObjectW, kernel.GetCurrentProcess):
            function.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = JobLimits(flags=_MEMORY_OF_EACH, process_memory=most)
        told = ctypes.byref(limits), wintypes.DWORD(ctypes.sizeof(limits))
        if kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, *told):
            kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))

    def show_message(title: str, text: str) -> None:
        """Show a sentence in a window of Windows' own and wait until it was read."""
        ctypes.WinDLL("user32").MessageBoxW(None, text, title, _WARNING | _IN_FRONT)

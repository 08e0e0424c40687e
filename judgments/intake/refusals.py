"""Why a file cannot be taken in, in words a clerk can act on."""

from __future__ import annotations

from judgments.intake.document import Refused
from judgments.intake.sniff import Format

_SAVE_AS = "请用 Word 或 WPS 打开后“另存为”→ .docx 再上传。"

_FORMATS: dict[Format, tuple[str, str]] = {
    "docm": ("macro", f"文件带有宏（启用宏的文档），不能接收。{_SAVE_AS}"),
    "encrypted": (
        "encrypted",
        "文件已加密或设有打开密码，无法读取。请打开后在“文件”→“保护文档”中取消密码，保存后再上传。",
    ),
    "doc": ("unsupported_doc", f"这是旧版 Word 文档（.doc），不能直接读取。{_SAVE_AS}"),
    "wps": ("unsupported_wps", f"这是 WPS 文字文档（.wps），不能直接读取。{_SAVE_AS}"),
    "rtf": ("unsupported_rtf", f"这是 RTF 文档，不能直接读取。{_SAVE_AS}"),
    "odt": ("unsupported_odt", f"这是 ODT 文档，不能直接读取。{_SAVE_AS}"),
    "pdf": (
        "unsupported_pdf",
        "这是 PDF 文件，不能直接读取。请上传制作文书时的 Word 或 WPS 原文件（.docx）。",
    ),
    "bomb": (
        "bomb",
        "文件解压后的大小异常（疑似压缩炸弹），已拒绝读取。请确认文件来源，用 Word 或 WPS 重新保存后再上传。",
    ),
    "empty": ("empty", "文件是空的，没有任何内容。请检查原文件后重新上传。"),
    "truncated": (
        "damaged",
        f"文件不完整（可能上传或拷贝中断），无法读取。请重新上传；仍不成功的，{_SAVE_AS}",
    ),
    "xlsx": ("not_docx", "这是电子表格，不是裁判文书。请上传 .docx 格式的裁判文书。"),
    "pptx": ("not_docx", "这是演示文稿，不是裁判文书。请上传 .docx 格式的裁判文书。"),
    "zip": ("not_docx", "这是普通压缩包，不是 Word 文档。请解压后逐个上传其中的 .docx 文书。"),
    "html": ("not_docx", f"这是网页文件，不是 Word 文档。{_SAVE_AS}"),
    "xml": ("not_docx", f"这是 XML 文件，不是 .docx 文档。{_SAVE_AS}"),
}


def refuse_format(found: Format) -> Refused:
    """The refusal for a file that is something else than a readable .docx."""
    code, message = _FORMATS.get(found, ("not_docx", f"这不是 Word 文档（.docx）。{_SAVE_AS}"))
    return Refused(code, message)


def refuse_damaged(what: str) -> Refused:
    """A .docx in name that cannot be read; `what` says where, without any text of the document."""
    return Refused("damaged", f"文件已损坏（{what}）。请用 Word 或 WPS 打开检查，另存为新的 .docx 后再上传。")


def refuse_too_large(what: str) -> Refused:
    """More than a judgment can be."""
    return Refused("too_large", f"{what}，超出可接收的范围。请删去图片等附件或分开保存后再上传。")


def refuse_unsafe(what: str) -> Refused:
    """A package no word processor writes."""
    return Refused(
        "unsafe_package",
        f"文件的内部结构不正常（{what}），不是 Word 或 WPS 正常保存的文件。{_SAVE_AS}",
    )


def refuse_no_text(*, images: bool) -> Refused:
    """Nothing to read: a scan, or an empty page."""
    if images:
        return Refused(
            "no_text",
            "文件中没有文字，只有图片（可能是扫描件）。请上传制作文书时的 Word 或 WPS 原文件，不要上传扫描件。",
        )
    return Refused("no_text", "文件中没有任何文字。请检查是否选错了文件。")


def refuse_conversion(reason: str) -> Refused:
    """A file of another kind that could not be made a .docx."""
    return Refused("conversion_failed", f"文件无法自动转换为 .docx（{reason}）。{_SAVE_AS}")

"""A judgment walked to the public by the people of the court, through their own doors, and what a stranger then sees."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

from django.test import Client, TestCase

from judgments import indexing
from judgments.models import Judgment, Upload
from liwan_court.timetable import clock
from liwan_court.timetable.models import Service
from liwan_court.timetable.tasks import wake
from tests.documents import judgment_docx
from tests.staff_court import IN_WINDOW, Court, at, page, reported, said, shown, upload

THE_25TH = clock.moment(dt.date(2026, 11, 25), dt.time(9))


def party_rows(parties: list[dict[str, Any]]) -> dict[str, str]:
    """The form of the party list as the browser sends it back."""
    data = {"parties-TOTAL_FORMS": str(len(parties)), "parties-INITIAL_FORMS": "0"}
    for order, row in enumerate(parties):
        data |= {f"parties-{order}-{key}": row[key] for key in ("role", "name", "kind")}
        data |= {f"parties-{order}-{key}": "\n".join(row[key]) for key in ("aliases", "addresses")}
    return data


def in_review(court: Court, paragraphs: list[str]) -> Judgment:
    """Uploaded by the typist, its parties confirmed as read."""
    number = next(line for line in paragraphs if line.endswith("号") and "0103" in line)
    upload(at(court.typist), (f"{number}.docx", judgment_docx(paragraphs)))
    row = Upload.objects.latest("pk")
    assert row.judgment is not None, row.message
    judgment = row.judgment
    judgment.division, judgment.handling_judge = court.division, court.judge
    judgment.save()
    parties = judgment.party_lists.latest("pk").parties
    at(court.typist).post(page("parties", judgment.pk), party_rows(parties) | shown(judgment))
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.REVIEW, said(at(court.typist).get(page("life", judgment.pk)))
    return judgment


def approved(court: Court, paragraphs: list[str]) -> Judgment:
    """Reported by the head and approved by the reviewer, every doubt looked at."""
    judgment = reported(court, in_review(court, paragraphs))
    numbers = [row["number"] for row in judgment.drafts.latest("serial").doubts]
    ticks = {"settled": numbers} | {f"note-{number}": "已核对" for number in numbers}
    at(court.reviewer).post(page("approve", judgment.pk), ticks | shown(judgment))
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.APPROVED, said(
        at(court.reviewer).get(page("review", judgment.pk))
    )
    return judgment


def publish(clock_at: Any, moment: dt.datetime = THE_25TH) -> None:
    """The 25th comes: beat wakes, and the index follows."""
    clock_at(moment)
    Service.objects.get_or_create(since=IN_WINDOW.date())
    with TestCase.captureOnCommitCallbacks(execute=True):
        wake()
    indexing.rebuild()


def walked(court: Court, clock_at: Any, paragraphs: list[str]) -> Judgment:
    """From the clerk's file to the public page."""
    clock_at(IN_WINDOW)
    judgment = approved(court, paragraphs)
    publish(clock_at)
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.PUBLISHED
    return judgment


def everything_public(judgment: Judgment) -> str:
    """All that a stranger can get of a judgment: page, files with every part, record, lists, feed, search."""
    reader = Client()
    address = judgment.get_absolute_url()
    pages = [address, f"{address}{judgment.slug}.txt", f"{address}record.json"]
    pages += [
        "/",
        "/judgments/",
        f"/batches/{judgment.edition.batch.period}/",
        "/feed/",
        "/sitemap-judgments.xml",
    ]
    texts = [said(reader.get(one)) for one in pages]
    package = b"".join(reader.get(f"{address}{judgment.slug}.docx"))
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        texts += [parts.read(name).decode("utf-8", "replace") for name in parts.namelist()]
    return "\n".join(texts)


VERDICT = [
    "广州市荔湾区人民法院",
    "民 事 判 决 书",
    "（2026）粤0103民初1208号",
    "原告：沈立平，男，1985年4月2日出生，汉族，住广州市荔湾区龙津西路123号4楼，公民身份号码440103198504021233。",
    "被告：广州市粤荔皮具有限公司（以下简称粤荔公司），住所地广州市荔湾区站前路88号。",
    "法定代表人：何明远，总经理。",
    "委托诉讼代理人：方清和，广东荔衡律师事务所律师。",
    "原告沈立平与被告粤荔公司买卖合同纠纷一案，本院于2026年5月6日立案后，依法适用普通程序，公开开庭进行了审理。本案现已审理终结。",
    "原告沈立平向本院提出诉讼请求：判令粤荔公司支付货款50000元。事实与理由：双方有多年生意往来，被告一再拖欠。",
    "被告粤荔公司辩称，货款已经付清，原告所述不实。",
    "经审理查明：2025年5月8日，沈 立 平与粤荔公司签订买卖合同，货物已于当月交付。",
    "本院认为，双方之间的买卖合同合法有效，粤荔公司应当依约付款。",
    "依照《中华人民共和国民法典》第六百二十六条的规定，判决如下：",
    "一、被告粤荔公司于本判决发生法律效力之日起十日内向原告沈立平支付货款50000元。",
    "如不服本判决，可以在判决书送达之日起十五日内，向本院递交上诉状，上诉于广东省广州市中级人民法院。",
    "审　判　员　　林清扬",
    "二〇二六年九月十八日",
    "书　记　员　　许　言",
]
RULING = [
    "广州市荔湾区人民法院",
    "民 事 裁 定 书",
    "（2026）粤0103民初1301号",
    "原告：沈立平，男，1985年4月2日出生，汉族，住广州市荔湾区龙津西路123号4楼。",
    "被告：何秀兰，女，1988年1月9日出生，汉族，住广州市荔湾区中山七路7号之二。",
    "原告沈立平与被告何秀兰民间借贷纠纷一案，本院于2026年5月6日立案。",
    "原告沈立平诉称，被告何秀兰尚欠其借款20000元。",
    "原告沈立平于2026年6月1日向本院提出撤诉申请。",
    "本院认为，原告的申请符合法律规定。",
    "依照《中华人民共和国民事诉讼法》第一百四十八条的规定，裁定如下：",
    "准许原告沈立平撤诉。",
    "审　判　员　　林清扬",
    "二〇二六年六月三日",
    "书　记　员　　许　言",
]

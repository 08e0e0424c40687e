"""Both engines side by side in one run: documents indexed a second and what a query takes. Figures are printed, not asserted.

SEARCH_BENCH_DOCUMENTS sets the number of judgments (2,000 unless told); `pytest -m bench -s tests/benchmarks/test_search_speed.py`.
"""

import datetime as dt
import os
import platform
import random
import statistics
import time
from importlib.metadata import version

import pytest

from judgments.search.document import IndexDocument
from judgments.search.engines import ENGINES, open_engine
from judgments.search.engines.base import Filters, SearchRequest
from judgments.search.highlight import snippet
from judgments.search.query import parse
from judgments.search.statutes import cited

pytestmark = pytest.mark.bench

DOCUMENTS = int(os.environ.get("SEARCH_BENCH_DOCUMENTS", "2000"))
ROUNDS = 20
SENTENCES = (
    "本院经审理查明，双方于{year}年签订合同，约定货款{sum}元。",
    "被告未按约定期限支付租金，已构成违约，应当承担违约责任。",
    "上述事实有转账凭证、收据、微信聊天记录及当事人陈述为证。",
    "原告主张按年利率{rate}%计算利息，符合法律规定，本院予以支持。",
    "依照《中华人民共和国民法典》第五百七十七条、第六百七十四条之规定，判决如下。",
    "被告×××应于本判决发生法律效力之日起十日内向原告×××返还借款本金{sum}元。",
    "龙津西路×××的房屋由被告占有使用，双方对租赁期限没有争议。",
    "关于诉讼时效的抗辩，因被告没有提交证据证明，本院不予采纳。",
)
CAUSES = ("民间借贷纠纷", "买卖合同纠纷", "房屋租赁合同纠纷", "机动车交通事故责任纠纷", "劳动争议")
QUERIES = {
    "common word": ("合同", Filters()),
    "4-character word": ("违约责任", Filters()),
    "long phrase": ("“应当承担违约责任”", Filters()),
    "three words, one excluded": ("借款 利息 -租赁", Filters()),
    "case number": ("（2024）粤0103民初77号", Filters()),
    "phrase + division + dates": ("“违约责任”", Filters(division="民一庭", decided_from=dt.date(2024, 6, 1))),
}


def synthetic(count: int) -> list[IndexDocument]:
    chance = random.Random(2013)
    vocabulary = [
        "".join(chr(chance.randint(0x4E00, 0x5E00)) for _ in range(chance.randint(2, 4))) for _ in range(3000)
    ]
    frequency = [1 / rank for rank in range(1, len(vocabulary) + 1)]

    def sentence() -> str:
        filled = chance.choice(SENTENCES).format(
            year=chance.randint(2018, 2024), sum=chance.randint(1, 10**6), rate=chance.randint(3, 24)
        )
        noise = "".join(chance.choices(vocabulary, frequency, k=4))
        return filled + noise + "。"

    return [document(number, "\n".join(sentence() for _ in range(75)), chance) for number in range(count)]


def document(number: int, text: str, chance: random.Random) -> IndexDocument:
    cause = chance.choice(CAUSES)
    return IndexDocument(
        id=number,
        slug=str(number),
        title=f"{cause}一审民事判决书",
        case_number=f"（2024）粤0103民初{number}号",
        case_key=f"(2024)粤0103民初{number}号",
        division=chance.choice(("民一庭", "民二庭", "民三庭")),
        kind="判决书",
        cause=cause,
        field="民事",
        decided_on=dt.date(2024, 1, 1) + dt.timedelta(days=chance.randint(0, 365)),
        published_on=dt.date(2025, 1, 25),
        batch="2025-01",
        statutes=cited(text),
        text=text,
    )


def milliseconds(call) -> list[float]:
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)


def say(line: str) -> None:
    print(line)


def measure(engine, name: str, totals: dict[str, set[int]]) -> None:
    for label, (typed, filters) in QUERIES.items():
        request = SearchRequest(parse(typed).tree, filters)
        total = engine.search(request).total
        taken = milliseconds(lambda request=request: engine.search(request))
        totals.setdefault(label, set()).add(total)
        say(f"{name:8} {label:26} p50 {taken[ROUNDS // 2]:8.2f} ms  p95 {taken[-2]:8.2f} ms  {total} hits")


def test_both_engines_side_by_side(tmp_path):
    documents = synthetic(DOCUMENTS)
    length = statistics.mean(len(judgment.text) for judgment in documents)
    say(
        f"\n{DOCUMENTS} judgments of {length:.0f} characters; {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, tantivy {version('tantivy')}, Whoosh {version('whoosh')}"
    )
    totals: dict[str, set[int]] = {}
    for name in sorted(ENGINES):
        with open_engine(name, tmp_path / name, write=True) as engine:
            start = time.perf_counter()
            engine.rebuild(documents)
            say(f"{name:8} index {DOCUMENTS / (time.perf_counter() - start):8.0f} documents a second")
            measure(engine, name, totals)
    taken = milliseconds(
        lambda: [snippet(judgment.text, ("违约责任", "利息")) for judgment in documents[:20]]
    )
    say(f"snippets of a page of 20 p50 {taken[ROUNDS // 2]:.2f} ms")
    assert all(len(found) == 1 for found in totals.values()), totals

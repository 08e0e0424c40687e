"""Addresses in the shapes clerks use, cut into what stays and what goes."""

from __future__ import annotations

import random

LIWAN = (
    "龙津西路",
    "第十甫路",
    "中山七路",
    "逢源北街",
    "多宝路",
    "恩宁路",
    "黄沙大道",
    "宝华路",
    "华贵路",
    "文昌北路",
    "芳村大道东",
    "花地大道中",
    "康王中路",
    "周门北街",
    "逢源正街六巷",
    "西华路太保直街",
    "桥中南路",
    "珠玑路连珠街",
)
ELSEWHERE = (
    "广东省广州市越秀区建设六马路",
    "广州市海珠区江南大道中",
    "广东省佛山市南海区大沥镇沥东中路",
    "广州市白云区三元里大道",
    "广东省深圳市福田区彩田路",
    "湖北省武汉市江岸区沿江大道",
    "广东省清远市清城区先锋路五巷",
    "上海市徐汇区宜山路",
)
VILLAGES = (
    "广西壮族自治区贵港市港南区木梓镇古榕村",
    "湖南省衡阳县西渡镇清溪村",
    "广东省茂名市电白区霞洞镇荔枝村",
    "广东省揭阳市普宁市流沙镇大榕村",
    "广州市荔湾区东沙街西塱村",
)


def house(rng: random.Random) -> str:
    number, door, floor = (
        rng.randint(11, 288),
        rng.randint(1, 30) * 100 + rng.randint(1, 12),
        rng.randint(2, 9),
    )
    wide = str(number).translate({48 + i: 0xFF10 + i for i in range(10)})
    return rng.choice(
        [
            f"{number}号",
            f"{number}号{door}房",
            f"{number}号之一{door}房",
            f"{number}号{floor}楼",
            f"{number}-{number + 2}号",
            f"{number}号首层",
            f"{number}号A栋{door}房",
            f"{number}号大院{floor}号{door}房",
            f"{number}号二楼",
            f"{wide}号",
            f"自编{number}号",
            f"{number}号{floor}幢{floor - 1}单元{door}室",
            f"{number}号荔澄大厦{door}室",
            f"{number}号之二地下",
            f"{number}号{door}-{door + 1}房",
            f"特{floor}号",
            f"{number}号C单元{door}室",
        ]
    )


def village_house(rng: random.Random) -> str:
    number = rng.randint(11, 388)
    group = rng.choice("三四五六七")
    return rng.choice([f"{number}号", f"{rng.randint(2, 19)}组", f"{group}社{number}号", f"自编{number}号"])


def liwan(rng: random.Random) -> tuple[str, str]:
    return rng.choice(LIWAN), house(rng)


def address(rng: random.Random) -> tuple[str, str]:
    dice = rng.random()
    if dice < 0.5:
        street, number = liwan(rng)
        return rng.choice(["广州市荔湾区", "广东省广州市荔湾区"]) + street, number
    if dice < 0.75:
        return rng.choice(ELSEWHERE), house(rng)
    if dice < 0.95:
        return rng.choice(VILLAGES), village_house(rng)
    return "广州市荔湾区石围塘", f"{rng.randint(11, 99)}号"

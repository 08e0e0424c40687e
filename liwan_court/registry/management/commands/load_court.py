"""Load the court's tables. Safe to run again: only what is missing is added."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.module_loading import module_has_submodule

from liwan_court.database import require_tables


class Command(BaseCommand):
    """Ask each installed app that has a `defaults` module to load it, in the order of INSTALLED_APPS.

    The register thus loads tables of apps that stand above it without knowing them.
    """

    help = "载入本院的基础表：庭室部门、岗位与权限、工作日历、除外情形。可以重复执行，只补缺少的内容。"

    @transaction.atomic
    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load, and say how much was added to each table."""
        require_tables()
        for config in apps.get_app_configs():
            if config.module is None or not module_has_submodule(config.module, "defaults"):
                continue
            loaded: dict[str, int] = import_module(f"{config.name}.defaults").load()
            for table, count in loaded.items():
                self.stdout.write(f"{table}：{f'载入或更新{count}项' if count else '已是最新'}")

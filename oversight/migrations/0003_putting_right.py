"""Drafts of bulletins may be discarded, training taken back, reminders mailed. Going back needs no discarded bulletin left."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('oversight', '0002_append_only'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='bulletin',
            name='signed_has_number',
        ),
        migrations.AddField(
            model_name='taskreminder',
            name='mail_attempts',
            field=models.PositiveSmallIntegerField(default=0, verbose_name='邮件次数'),
        ),
        migrations.AddField(
            model_name='taskreminder',
            name='mailed_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='邮件发出时间'),
        ),
        migrations.AddField(
            model_name='training',
            name='voided_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='撤销时间'),
        ),
        migrations.AddField(
            model_name='training',
            name='voided_because',
            field=models.CharField(blank=True, max_length=200, verbose_name='撤销原因'),
        ),
        migrations.AddField(
            model_name='training',
            name='voided_by_name',
            field=models.CharField(blank=True, max_length=32, verbose_name='撤销人'),
        ),
        migrations.AlterField(
            model_name='bulletin',
            name='state',
            field=models.CharField(choices=[('draft', '草稿'), ('submitted', '待签发'), ('signed', '已签发'), ('withdrawn', '已撤回'), ('discarded', '已作废')], default='draft', max_length=12, verbose_name='状态'),
        ),
        migrations.AddConstraint(
            model_name='bulletin',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'discarded']), ('number__isnull', False), _connector='OR'), name='signed_has_number'),
        ),
    ]

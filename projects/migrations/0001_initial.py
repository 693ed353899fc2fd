# The first tables.

import actors.querysets
import django.db.models.deletion
import projects.models.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('actors', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Project',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(error_messages={'blank': 'Skriv, hvad projektet hedder.'}, max_length=120, verbose_name='navn')),
                ('slug', models.SlugField(max_length=80, unique=True, verbose_name='adresse')),
                ('start', models.DateField(blank=True, null=True, verbose_name='første dag')),
                ('end', models.DateField(blank=True, null=True, verbose_name='sidste dag')),
                ('archived_at', models.DateTimeField(editable=False, null=True, verbose_name='arkiveret')),
                ('archived_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'projekt',
                'verbose_name_plural': 'projekter',
            },
        ),
        migrations.CreateModel(
            name='FocusArea',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=80, unique=True, verbose_name='kode')),
                ('name', models.CharField(max_length=120, verbose_name='navn')),
                ('valid_from', models.PositiveSmallIntegerField(verbose_name='gælder fra år')),
                ('valid_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='gælder til og med år')),
            ],
            options={
                'verbose_name': 'indsatsområde',
                'verbose_name_plural': 'indsatsområder',
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='focus_area_years_in_order', violation_error_message='Sidste år skal ligge efter første år.')],
            },
        ),
        migrations.CreateModel(
            name='PlanOutline',
            fields=[
                ('project', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='outline', serialize=False, to='projects.project')),
                ('anchoring_model', models.CharField(blank=True, choices=[('one_actor', 'Overdragelse til én aktør'), ('core_operation', 'Integration i kernedrift'), ('new_association', 'Ny forening'), ('partnership', 'Partnerskab eller netværk'), ('partnership_association', 'Partnerskab med foreningsdannelse'), ('volunteers', 'Frivilligdrevet'), ('market', 'Marked eller socialøkonomisk virksomhed')], max_length=30, verbose_name='forankringsmodel')),
                ('model_reason', models.TextField(blank=True, max_length=4000, verbose_name='begrundelse')),
                ('competences', models.TextField(blank=True, max_length=4000, verbose_name='kompetenceudvikling')),
                ('facilities', models.TextField(blank=True, max_length=4000, verbose_name='fysiske faciliteter')),
                ('leadership', models.TextField(blank=True, max_length=4000, verbose_name='ledelse')),
            ],
            options={
                'verbose_name': 'fase 4',
                'verbose_name_plural': 'fase 4',
            },
        ),
        migrations.AddField(
            model_name='project',
            name='focus_area',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='projects', to='projects.focusarea', verbose_name='indsatsområde'),
        ),
        migrations.AddField(
            model_name='project',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='projects', to='actors.programme', verbose_name='helhedsplan'),
        ),
        migrations.CreateModel(
            name='OpenQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(editable=False)),
                ('question', models.CharField(error_messages={'blank': 'Skriv spørgsmålet.'}, max_length=240, verbose_name='spørgsmål')),
                ('settled_by', models.CharField(blank=True, max_length=120, verbose_name='hvem afklarer (rolle)')),
                ('for_deciding_body', models.BooleanField(default=False, verbose_name='skal besluttes af det besluttende organ')),
                ('deadline', models.DateField(blank=True, null=True, verbose_name='frist')),
                ('answer', models.TextField(blank=True, max_length=2000, verbose_name='svar')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='open_questions', to='projects.project')),
            ],
            options={
                'verbose_name': 'uafklaret spørgsmål',
                'verbose_name_plural': 'uafklarede spørgsmål',
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('text', models.CharField(max_length=240)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='actors.programme')),
                ('project', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='events', to='projects.project')),
            ],
            options={
                'verbose_name': 'hændelse',
                'verbose_name_plural': 'hændelser',
            },
        ),
        migrations.CreateModel(
            name='AssessmentRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(verbose_name='dato')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assessment_rounds', to='projects.project')),
            ],
            options={
                'verbose_name': 'vurderingsrunde',
                'verbose_name_plural': 'vurderingsrunder',
            },
        ),
        migrations.CreateModel(
            name='ProjectActor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(editable=False, verbose_name='nr.')),
                ('position', models.PositiveSmallIntegerField(editable=False)),
                ('current_role', models.TextField(blank=True, max_length=1000, verbose_name='rolle i dag')),
                ('contributions', projects.models.fields.ListField(blank=True, default=list, verbose_name='bidrag')),
                ('contribution_note', models.TextField(blank=True, max_length=1000, verbose_name='bidrag med egne ord')),
                ('task_types', projects.models.fields.ListField(blank=True, default=list, verbose_name='opgavetyper')),
                ('limits', models.TextField(blank=True, max_length=1000, verbose_name='begrænsning')),
                ('decision_role', models.CharField(blank=True, max_length=120, verbose_name='beslutter (rolle)')),
                ('contact_role', models.CharField(blank=True, max_length=120, verbose_name='kontakt (rolle)')),
                ('contact_status', models.CharField(blank=True, choices=[('not_contacted', 'Ikke kontaktet'), ('contacted', 'Kontaktet'), ('in_dialogue', 'I dialog'), ('interested', 'Interesseret'), ('declined', 'Har sagt nej')], max_length=20, verbose_name='kontaktstatus')),
                ('contact_date', models.DateField(blank=True, null=True, verbose_name='dato for kontakten')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='project_actors', to='actors.actor', verbose_name='aktør')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='project_actors', to='projects.project')),
            ],
            options={
                'verbose_name': 'aktør i projektet',
                'verbose_name_plural': 'aktører i projektet',
            },
        ),
        migrations.CreateModel(
            name='Interface',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(editable=False)),
                ('trigger', models.CharField(error_messages={'blank': 'Skriv, hvad der sker.'}, max_length=240, verbose_name='når')),
                ('response', models.TextField(blank=True, max_length=1000, verbose_name='hvem gør hvad')),
                ('informed', models.CharField(blank=True, max_length=240, verbose_name='hvem orienteres')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interfaces', to='projects.project')),
                ('actors', models.ManyToManyField(blank=True, related_name='interfaces', to='projects.projectactor', verbose_name='aktører')),
            ],
            options={
                'verbose_name': 'snitflade',
                'verbose_name_plural': 'snitflader',
            },
        ),
        migrations.CreateModel(
            name='Candidacy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(error_messages={'blank': 'Skriv, hvilken rolle aktøren skal vurderes i.'}, max_length=120, verbose_name='rolle')),
                ('choice', models.CharField(blank=True, choices=[('chosen', 'Valgt'), ('reserve', 'Reserve'), ('not_now', 'Ikke nu')], max_length=10, verbose_name='valg')),
                ('choice_reason', models.TextField(blank=True, max_length=2000, verbose_name='begrundelse')),
                ('project_actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='candidacies', to='projects.projectactor', verbose_name='aktør')),
            ],
            options={
                'verbose_name': 'kandidatur',
                'verbose_name_plural': 'kandidaturer',
            },
        ),
        migrations.CreateModel(
            name='SharedScore',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('concept', models.CharField(choices=[('understanding', 'Forståelse'), ('meaning', 'Mening'), ('ability', 'Evne'), ('will', 'Vilje')], max_length=15, verbose_name='begreb')),
                ('score', models.PositiveSmallIntegerField(null=True, verbose_name='vurdering')),
                ('is_unknown', models.BooleanField(default=False, verbose_name='ved ikke')),
                ('evidence', models.CharField(blank=True, choices=[('assumption', 'Antagelse'), ('conversation', 'Samtale'), ('observed', 'Observeret handling'), ('document', 'Dokument eller beslutning')], max_length=20, verbose_name='bygger på')),
                ('reason', models.TextField(blank=True, max_length=2000, verbose_name='begrundelse')),
                ('requirement', models.TextField(blank=True, max_length=2000, verbose_name='hvad skal der til?')),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('candidacy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='projects.candidacy')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='scores', to='projects.assessmentround')),
            ],
            options={
                'verbose_name': 'fælles vurdering',
                'verbose_name_plural': 'fælles vurderinger',
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(editable=False, verbose_name='nr.')),
                ('position', models.PositiveSmallIntegerField(editable=False)),
                ('title', models.CharField(error_messages={'blank': 'Skriv, hvad opgaven hedder.'}, max_length=160, verbose_name='opgave')),
                ('task_type', models.CharField(blank=True, choices=[('LED', 'Ledelse og koordinering'), ('UDF', 'Udførelse af kerneaktiviteten'), ('FRI', 'Frivillige: rekruttering, introduktion, anerkendelse'), ('OPS', 'Opsøgende og relationsskabende arbejde'), ('SAM', 'Samarbejde, snitflader og henvisning'), ('FYS', 'Lokaler, udstyr og praktik'), ('ØKO', 'Økonomi, ansøgninger og regnskab'), ('ADM', 'Administration, jura og sikkerhed'), ('KOM', 'Kommunikation og synlighed'), ('DOK', 'Dokumentation, evaluering og læring'), ('FAG', 'Faglig udvikling og oplæring'), ('STR', 'Strategisk og politisk opbakning')], max_length=3, verbose_name='opgavetype')),
                ('description', models.TextField(blank=True, max_length=2000, verbose_name='beskrivelse')),
                ('solved_today_by', models.CharField(blank=True, max_length=160, verbose_name='løses i dag af')),
                ('hours_project', models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True, verbose_name='timer i projektet')),
                ('hours_operation', models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True, verbose_name='timer i drift')),
                ('hours_unit', models.CharField(choices=[('week', 'timer om ugen'), ('year', 'timer om året')], default='week', max_length=4, verbose_name='timerne er')),
                ('competences', models.TextField(blank=True, max_length=1000, verbose_name='kompetencekrav')),
                ('legal_requirements', projects.models.fields.ListField(blank=True, default=list, verbose_name='lovkrav')),
                ('is_critical', models.BooleanField(blank=True, null=True, verbose_name='kritisk')),
                ('operation_level', models.CharField(blank=True, choices=[('keep', 'Bevares'), ('simplify', 'Forenkles'), ('stop', 'Stoppes')], max_length=10, verbose_name='niveau i drift')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='projects.project')),
            ],
            options={
                'verbose_name': 'opgave',
                'verbose_name_plural': 'opgaver',
            },
        ),
        migrations.CreateModel(
            name='Commitment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('A', 'Ansvarlig'), ('U', 'Udfører'), ('B', 'Bidrager'), ('R', 'Reserve')], max_length=1, verbose_name='rolle')),
                ('state', models.CharField(choices=[('possible', 'Mulig'), ('proposed', 'Foreslået'), ('agreed', 'Aftalt')], default='possible', max_length=10, verbose_name='tilstand')),
                ('takes_over_on', models.DateField(blank=True, null=True, verbose_name='overtager den')),
                ('project_actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='projects.projectactor', verbose_name='aktør')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='commitments', to='projects.task', verbose_name='opgave')),
            ],
            options={
                'verbose_name': 'aftale om opgave',
                'verbose_name_plural': 'aftaler om opgaver',
            },
        ),
        migrations.AddField(
            model_name='candidacy',
            name='tasks',
            field=models.ManyToManyField(blank=True, related_name='candidacies', to='projects.task', verbose_name='opgaver'),
        ),
        migrations.CreateModel(
            name='BudgetLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(editable=False)),
                ('title', models.CharField(error_messages={'blank': 'Skriv, hvad pengene går til.'}, max_length=160, verbose_name='udgift')),
                ('amount', models.PositiveIntegerField(blank=True, null=True, verbose_name='kr. om året')),
                ('source', models.CharField(blank=True, choices=[('municipal_operation', 'Kommunal kernedrift'), ('section_18', '§ 18-midler (serviceloven)'), ('folkeoplysning', 'Tilskud efter folkeoplysningsloven'), ('department_budget', 'Afdelingens budget'), ('disposition_fund', 'Boligorganisationens dispositionsfond'), ('private_foundation', 'Privat fond'), ('sponsor', 'Sponsor eller varer'), ('user_fee', 'Brugerbetaling eller kontingent'), ('lbf_grant', 'Ny bevilling fra Landsbyggefonden'), ('state_pool', 'Statslig pulje'), ('own_income', 'Egen indtægt'), ('other', 'Andet')], max_length=30, verbose_name='kilde')),
                ('source_note', models.CharField(blank=True, max_length=160, verbose_name='kilden med egne ord')),
                ('certainty', models.CharField(blank=True, choices=[('granted', 'Bevilget'), ('applied', 'Ansøgt'), ('expected', 'Forventet'), ('missing', 'Mangler')], max_length=10, verbose_name='sikkerhed')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='udløber')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='budget_lines', to='projects.project')),
                ('task', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='budget_lines', to='projects.task', verbose_name='opgave')),
            ],
            options={
                'verbose_name': 'budgetlinje',
                'verbose_name_plural': 'budgetlinjer',
            },
        ),
        migrations.CreateModel(
            name='Action',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(editable=False, verbose_name='nr.')),
                ('position', models.PositiveSmallIntegerField(editable=False)),
                ('title', models.CharField(error_messages={'blank': 'Skriv, hvad I vil gøre.'}, max_length=160, verbose_name='tiltag')),
                ('theme', models.CharField(blank=True, choices=[('finance', 'Økonomi'), ('competences', 'Kompetencer'), ('facilities', 'Faciliteter'), ('leadership', 'Ledelse'), ('cooperation', 'Samarbejde'), ('legal', 'Jura')], max_length=20, verbose_name='tema')),
                ('capacity_form', models.CharField(blank=True, choices=[('knowledge', 'Viden'), ('training', 'Træning'), ('buddy', 'Makker'), ('resource', 'Ressource'), ('structure', 'Struktur'), ('agreement', 'Aftale'), ('trial', 'Prøvedrift')], max_length=20, verbose_name='kapacitetsform')),
                ('responsible', models.CharField(blank=True, max_length=120, verbose_name='ansvarlig (rolle)')),
                ('contributors', models.CharField(blank=True, max_length=240, verbose_name='medvirkende')),
                ('start', models.DateField(blank=True, null=True, verbose_name='start')),
                ('deadline', models.DateField(blank=True, null=True, verbose_name='frist')),
                ('milestone', models.CharField(blank=True, max_length=240, verbose_name='milepæl')),
                ('success_criterion', models.CharField(blank=True, max_length=240, verbose_name='succeskriterium')),
                ('hours', models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True, verbose_name='timer i alt')),
                ('cost', models.PositiveIntegerField(blank=True, null=True, verbose_name='udgift i alt')),
                ('funding_source', models.CharField(blank=True, choices=[('municipal_operation', 'Kommunal kernedrift'), ('section_18', '§ 18-midler (serviceloven)'), ('folkeoplysning', 'Tilskud efter folkeoplysningsloven'), ('department_budget', 'Afdelingens budget'), ('disposition_fund', 'Boligorganisationens dispositionsfond'), ('private_foundation', 'Privat fond'), ('sponsor', 'Sponsor eller varer'), ('user_fee', 'Brugerbetaling eller kontingent'), ('lbf_grant', 'Ny bevilling fra Landsbyggefonden'), ('state_pool', 'Statslig pulje'), ('own_income', 'Egen indtægt'), ('other', 'Andet')], max_length=30, verbose_name='betales af')),
                ('risk', models.TextField(blank=True, max_length=1000, verbose_name='risiko')),
                ('plan_b', models.TextField(blank=True, max_length=1000, verbose_name='plan B')),
                ('status', models.CharField(choices=[('not_started', 'Ikke startet'), ('in_progress', 'I gang'), ('waiting', 'Afventer'), ('done', 'Gennemført'), ('dropped', 'Udgået')], default='not_started', max_length=20, verbose_name='status')),
                ('status_note', models.CharField(blank=True, max_length=240, verbose_name='note om status')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='projects.project')),
                ('actors', models.ManyToManyField(blank=True, related_name='actions', to='projects.projectactor', verbose_name='aktører')),
                ('tasks', models.ManyToManyField(blank=True, related_name='actions', to='projects.task', verbose_name='opgaver')),
            ],
            options={
                'verbose_name': 'tiltag',
                'verbose_name_plural': 'tiltag',
            },
        ),
        migrations.CreateModel(
            name='ActionGap',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('concept', models.CharField(choices=[('understanding', 'Forståelse'), ('meaning', 'Mening'), ('ability', 'Evne'), ('will', 'Vilje')], max_length=15, verbose_name='begreb')),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gaps', to='projects.action')),
                ('candidacy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gaps', to='projects.candidacy')),
            ],
            options={
                'verbose_name': 'gab',
                'verbose_name_plural': 'gab',
                'constraints': [models.UniqueConstraint(fields=('action', 'candidacy', 'concept'), name='gap_once_per_action')],
            },
        ),
        migrations.CreateModel(
            name='WhyWhat',
            fields=[
                ('project', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='why_what', serialize=False, to='projects.project')),
                ('problem', models.TextField(blank=True, max_length=4000, verbose_name='problem')),
                ('target_group', models.TextField(blank=True, max_length=2000, verbose_name='målgruppe')),
                ('target_count', models.PositiveIntegerField(blank=True, null=True, verbose_name='antal')),
                ('target_age_from', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='alder fra')),
                ('target_age_to', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='alder til')),
                ('effect', models.TextField(blank=True, max_length=4000, verbose_name='virkning')),
                ('effect_evidence', models.CharField(blank=True, choices=[('assumption', 'Antagelse'), ('conversation', 'Samtale'), ('observed', 'Observeret handling'), ('document', 'Dokument eller beslutning')], max_length=20, verbose_name='evidens')),
                ('consequence', models.TextField(blank=True, max_length=4000, verbose_name='konsekvens')),
                ('spread', models.TextField(blank=True, max_length=4000, verbose_name='udbredelse')),
                ('beneficiaries', projects.models.fields.ListField(blank=True, default=list, verbose_name='nytteværdi')),
                ('goal', models.TextField(blank=True, max_length=2000, verbose_name='forankringsmål')),
                ('goal_date', models.DateField(blank=True, null=True, verbose_name='dato for målet')),
                ('anchored_objects', projects.models.fields.ListField(blank=True, default=list, verbose_name='forankringsgenstand')),
                ('core_elements', projects.models.fields.ListField(blank=True, default=list, verbose_name='kerneelementer')),
                ('adaptable', projects.models.fields.ListField(blank=True, default=list, verbose_name='kan tilpasses')),
                ('stopping', projects.models.fields.ListField(blank=True, default=list, verbose_name='stopper')),
                ('scope_project_frequency', models.CharField(blank=True, max_length=120, verbose_name='hyppighed nu')),
                ('scope_project_participants', models.PositiveIntegerField(blank=True, null=True, verbose_name='deltagere nu')),
                ('scope_project_hours', models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True, verbose_name='timer om ugen nu')),
                ('scope_operation_frequency', models.CharField(blank=True, max_length=120, verbose_name='hyppighed i drift')),
                ('scope_operation_participants', models.PositiveIntegerField(blank=True, null=True, verbose_name='deltagere i drift')),
                ('scope_operation_hours', models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True, verbose_name='timer om ugen i drift')),
                ('decision', models.CharField(blank=True, choices=[('anchor', 'Forankres'), ('partly', 'Forankres delvist'), ('method', 'Metoden forankres'), ('new_funding', 'Ny finansiering søges'), ('end', 'Afsluttes bevidst'), ('undecided', 'Uafklaret')], max_length=20, verbose_name='beslutning')),
                ('decision_reason', models.TextField(blank=True, max_length=4000, verbose_name='begrundelse')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='besluttet den')),
            ],
            options={
                'verbose_name': 'fase 1',
                'verbose_name_plural': 'fase 1',
                'constraints': [models.CheckConstraint(condition=models.Q(('target_age_from__isnull', True), ('target_age_to__isnull', True), ('target_age_to__gte', models.F('target_age_from')), _connector='OR'), name='target_ages_in_order', violation_error_message='De ældste kan ikke være yngre end de yngste. Ret en af aldrene.'), models.CheckConstraint(condition=models.Q(('decision__in', ['', 'anchor', 'partly', 'method', 'new_funding', 'end', 'undecided'])), name='anchoring_decision_known')],
            },
        ),
        migrations.AddIndex(
            model_name='project',
            index=actors.querysets.AlphabeticalIndex(condition=models.Q(('archived_at__isnull', True)), fields=['programme', 'name', 'archived_at'], name='project_in_use_by_name'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(('start__isnull', True), ('end__isnull', True), ('end__gt', models.F('start')), _connector='OR'), name='project_period_in_order', violation_error_message='Sidste dag skal ligge efter første dag.'),
        ),
        migrations.AddConstraint(
            model_name='project',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('archived_at__isnull', True), ('archived_by__isnull', True)), models.Q(('archived_at__isnull', False), ('archived_by__isnull', False)), _connector='OR'), name='project_archived_when_and_by_whom'),
        ),
        migrations.AddConstraint(
            model_name='openquestion',
            constraint=models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='question_has_words'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['project', '-at'], name='events_of_project'),
        ),
        migrations.AddConstraint(
            model_name='assessmentround',
            constraint=models.UniqueConstraint(fields=('project', 'held_on'), name='one_round_per_project_per_day'),
        ),
        migrations.AddConstraint(
            model_name='projectactor',
            constraint=models.UniqueConstraint(fields=('project', 'actor'), name='actor_once_per_project', violation_error_message='Aktøren er allerede med i projektet.'),
        ),
        migrations.AddConstraint(
            model_name='projectactor',
            constraint=models.UniqueConstraint(fields=('project', 'number'), name='actor_number_once_per_project'),
        ),
        migrations.AddConstraint(
            model_name='interface',
            constraint=models.CheckConstraint(condition=models.Q(('trigger', ''), _negated=True), name='interface_has_a_trigger'),
        ),
        migrations.AddIndex(
            model_name='sharedscore',
            index=models.Index(fields=['candidacy', 'concept', 'round'], name='score_of_candidacy'),
        ),
        migrations.AddConstraint(
            model_name='sharedscore',
            constraint=models.CheckConstraint(condition=models.Q(('score__isnull', True), models.Q(('score__gte', 1), ('score__lte', 5)), _connector='OR'), name='score_from_1_to_5', violation_error_message='Vælg et trin fra 1 til 5 eller ”Ved ikke”.'),
        ),
        migrations.AddConstraint(
            model_name='sharedscore',
            constraint=models.CheckConstraint(condition=models.Q(('score__isnull', True), ('is_unknown', False), _connector='OR'), name='score_or_unknown_not_both', violation_error_message='Vælg enten et trin eller ”Ved ikke”.'),
        ),
        migrations.AddConstraint(
            model_name='sharedscore',
            constraint=models.CheckConstraint(condition=models.Q(('concept__in', ['understanding', 'meaning', 'ability', 'will'])), name='concept_known'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.UniqueConstraint(fields=('project', 'number'), name='task_number_once_per_project'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='task_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('hours_project__isnull', True), ('hours_project__gte', 0), _connector='OR'), models.Q(('hours_operation__isnull', True), ('hours_operation__gte', 0), _connector='OR')), name='task_hours_not_negative', violation_error_message='Timer kan ikke være mindre end 0.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(fields=('task', 'project_actor', 'role'), name='commitment_once', violation_error_message='Aktøren har allerede den rolle i opgaven.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.UniqueConstraint(condition=models.Q(('role', 'A'), ('state', 'agreed')), fields=('task',), name='one_agreed_responsible_per_task', violation_error_message='Opgaven har allerede en aftalt ansvarlig. Vælg én ansvarlig. De andre kan udføre eller bidrage.'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['A', 'U', 'B', 'R'])), name='commitment_role_known'),
        ),
        migrations.AddConstraint(
            model_name='commitment',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['possible', 'proposed', 'agreed'])), name='commitment_state_known'),
        ),
        migrations.AddConstraint(
            model_name='candidacy',
            constraint=models.UniqueConstraint(fields=('project_actor', 'title'), name='role_once_per_actor', violation_error_message='Aktøren vurderes allerede i den rolle.'),
        ),
        migrations.AddConstraint(
            model_name='candidacy',
            constraint=models.CheckConstraint(condition=models.Q(('choice__in', ['', 'chosen', 'reserve', 'not_now'])), name='choice_known'),
        ),
        migrations.AddConstraint(
            model_name='budgetline',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='budget_line_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.UniqueConstraint(fields=('project', 'number'), name='action_number_once_per_project'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='action_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(('start__isnull', True), ('deadline__isnull', True), ('deadline__gte', models.F('start')), _connector='OR'), name='action_dates_in_order', violation_error_message='Fristen skal ligge efter starten.'),
        ),
        migrations.AddConstraint(
            model_name='action',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['not_started', 'in_progress', 'waiting', 'done', 'dropped'])), name='action_status_known'),
        ),
    ]

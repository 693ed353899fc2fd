# The first tables.

import actors.validators
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HousingOrganisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='navn')),
                ('lbf_number', models.CharField(blank=True, error_messages={'unique': 'Der er allerede en boligorganisation med det LBF-nummer.'}, help_text='Fire cifre fra Landsbyggefonden.', max_length=4, null=True, unique=True, validators=[django.core.validators.RegexValidator('\\A[0-9]{4}\\Z', 'Skriv LBF-nummeret med fire cifre, for eksempel 0123.')], verbose_name='LBF-nummer')),
                ('cvr', models.CharField(blank=True, max_length=20, validators=[actors.validators.validate_cvr], verbose_name='CVR-nummer')),
                ('is_active', models.BooleanField(default=True, help_text='Fjern markeringen, når organisationen ikke længere skal kunne vælges.', verbose_name='aktiv')),
            ],
            options={
                'verbose_name': 'boligorganisation',
                'verbose_name_plural': 'boligorganisationer',
            },
        ),
        migrations.CreateModel(
            name='Municipality',
            fields=[
                ('code', models.CharField(max_length=4, primary_key=True, serialize=False, verbose_name='kommunekode')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='navn')),
            ],
            options={
                'verbose_name': 'kommune',
                'verbose_name_plural': 'kommuner',
            },
        ),
        migrations.CreateModel(
            name='Region',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(blank=True, max_length=4, verbose_name='kode')),
                ('name', models.CharField(max_length=60, unique=True, verbose_name='navn')),
            ],
            options={
                'verbose_name': 'region',
                'verbose_name_plural': 'regioner',
            },
        ),
        migrations.CreateModel(
            name='HousingDepartment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='navn')),
                ('designation', models.CharField(blank=True, help_text='Det I selv kalder afdelingen, fx afd. 12.', max_length=40, verbose_name='egen betegnelse')),
                ('lbf_number', models.CharField(blank=True, max_length=20, verbose_name="LBF's afdelingsnummer")),
                ('is_active', models.BooleanField(default=True, verbose_name='aktiv')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='departments', to='actors.housingorganisation', verbose_name='boligorganisation')),
            ],
            options={
                'verbose_name': 'afdeling',
                'verbose_name_plural': 'afdelinger',
            },
        ),
        migrations.AddField(
            model_name='housingorganisation',
            name='municipalities',
            field=models.ManyToManyField(blank=True, related_name='housing_organisations', to='actors.municipality', verbose_name='kommuner'),
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(error_messages={'blank': 'Skriv, hvad helhedsplanen hedder.'}, max_length=120, verbose_name='navn')),
                ('deciding_body', models.CharField(default='styregruppen', help_text='Skriv det i bestemt form, for eksempel styregruppen, bestyrelsen eller følgegruppen.', max_length=60, verbose_name='besluttende organ')),
                ('area', models.TextField(blank=True, max_length=1000, verbose_name='boligområde')),
                ('start', models.DateField(blank=True, null=True, verbose_name='første dag')),
                ('end', models.DateField(blank=True, null=True, verbose_name='sidste dag')),
                ('lbf_journal_number', models.CharField(blank=True, max_length=40, verbose_name="LBF's journalnummer")),
                ('vision', models.TextField(blank=True, max_length=4000, verbose_name='vision')),
                ('anchoring_strategy', models.TextField(blank=True, max_length=4000, verbose_name='forankringsstrategi')),
                ('is_demo', models.BooleanField(default=False, editable=False, verbose_name='demodata')),
            ],
            options={
                'verbose_name': 'helhedsplan',
                'verbose_name_plural': 'helhedsplaner',
                'constraints': [models.CheckConstraint(condition=models.Q(('start__isnull', True), ('end__isnull', True), ('end__gt', models.F('start')), _connector='OR'), name='programme_period_in_order', violation_error_message='Sidste dag skal ligge efter første dag.')],
            },
        ),
        migrations.CreateModel(
            name='Party',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='anden part')),
                ('housing_organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='actors.housingorganisation', verbose_name='boligorganisation')),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parties', to='actors.municipality', verbose_name='kommune')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parties', to='actors.programme', verbose_name='helhedsplan')),
            ],
            options={
                'verbose_name': 'part',
                'verbose_name_plural': 'parter',
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('owner', 'Ejer'), ('editor', 'Redaktør'), ('board', 'Medlem af styregruppen'), ('reader', 'Læser')], max_length=10, verbose_name='rolle')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='actors.programme', verbose_name='helhedsplan')),
            ],
            options={
                'verbose_name': 'medlemskab',
                'verbose_name_plural': 'medlemskaber',
            },
        ),
        migrations.CreateModel(
            name='Actor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=120, verbose_name='navn')),
                ('actor_type', models.CharField(blank=True, choices=[('administration', 'Kommunal forvaltning'), ('school', 'Skole eller SFO'), ('day_care', 'Daginstitution'), ('youth_club', 'Klub eller ungdomsskole'), ('culture', 'Bibliotek eller kultur'), ('employment', 'Jobcenter eller ungeindsats'), ('health', 'Sundhed'), ('police', 'SSP eller politi'), ('housing_operation', 'Boligorganisation, drift'), ('housing_administration', 'Boligorganisation, administration'), ('estate_board', 'Afdelingsbestyrelse'), ('resident_group', 'Uformel beboergruppe'), ('association', 'Lokal forening'), ('national_organisation', 'National organisation'), ('faith_community', 'Trossamfund'), ('education', 'Uddannelsesinstitution'), ('company', 'Virksomhed'), ('business_association', 'Erhvervsforening'), ('foundation', 'Fond'), ('region', 'Region'), ('partnership', 'Bestående partnerskab'), ('other', 'Andet')], max_length=30, verbose_name='type')),
                ('sphere', models.CharField(blank=True, choices=[('municipality', 'Kommune'), ('civil_society', 'Civilsamfund'), ('market', 'Marked'), ('state', 'Stat eller region')], max_length=20, verbose_name='sfære')),
                ('own_cvr', models.CharField(blank=True, max_length=20, validators=[actors.validators.validate_cvr], verbose_name='CVR-nummer')),
                ('location', models.CharField(blank=True, choices=[('in_area', 'I boligområdet'), ('nearby', 'Lokalt uden for boligområdet'), ('municipal', 'I kommunen'), ('regional', 'I regionen'), ('national', 'I hele landet')], max_length=20, verbose_name='placering')),
                ('staying', models.CharField(blank=True, choices=[('yes', 'Ja'), ('no', 'Nej'), ('unknown', 'Ved ikke')], max_length=10, verbose_name='blivende')),
                ('run_by_volunteers', models.CharField(blank=True, choices=[('yes', 'Ja'), ('no', 'Nej'), ('unknown', 'Ved ikke')], max_length=10, verbose_name='bæres af frivillige')),
                ('is_active', models.BooleanField(default=True, verbose_name='i brug')),
                ('housing_department', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actors', to='actors.housingdepartment', verbose_name='afdeling')),
                ('housing_organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actors', to='actors.housingorganisation', verbose_name='boligorganisation')),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actors', to='actors.municipality', verbose_name='kommune')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actors', to='actors.programme', verbose_name='helhedsplan')),
            ],
            options={
                'verbose_name': 'forankringsaktør',
                'verbose_name_plural': 'forankringsaktører',
            },
        ),
        migrations.CreateModel(
            name='MunicipalityRegion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='gælder fra')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='gælder til og med')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='regions', to='actors.municipality', verbose_name='kommune')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='municipalities', to='actors.region', verbose_name='region')),
            ],
            options={
                'verbose_name': 'regionstilhør',
                'verbose_name_plural': 'regionstilhør',
            },
        ),
        migrations.AddConstraint(
            model_name='housingdepartment',
            constraint=models.UniqueConstraint(fields=('organisation', 'name'), name='department_name_once_per_organisation', violation_error_message='Boligorganisationen har allerede en afdeling med det navn.'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('housing_organisation__isnull', False), ('municipality__isnull', True), ('name', '')), models.Q(('housing_organisation__isnull', True), ('municipality__isnull', False), ('name', '')), models.Q(('housing_organisation__isnull', True), ('municipality__isnull', True), models.Q(('name', ''), _negated=True)), _connector='OR'), name='party_is_one_thing', violation_error_message='Vælg en boligorganisation eller en kommune, eller skriv et navn. Kun én.'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.UniqueConstraint(fields=('programme', 'housing_organisation'), name='housing_organisation_once_per_programme', violation_error_message='Boligorganisationen er allerede part.'),
        ),
        migrations.AddConstraint(
            model_name='party',
            constraint=models.UniqueConstraint(fields=('programme', 'municipality'), name='municipality_once_per_programme', violation_error_message='Kommunen er allerede part.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.UniqueConstraint(fields=('programme', 'user'), name='person_once_per_programme', violation_error_message='Personen er allerede deltager.'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['owner', 'editor', 'board', 'reader'])), name='membership_role_known'),
        ),
        migrations.AddConstraint(
            model_name='actor',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('housing_department__isnull', True), ('housing_organisation__isnull', True)), models.Q(('housing_organisation__isnull', True), ('municipality__isnull', True)), models.Q(('housing_department__isnull', True), ('municipality__isnull', True)), _connector='OR'), name='actor_from_at_most_one_registry_row', violation_error_message='Vælg højst én: boligorganisation, afdeling eller kommune.'),
        ),
        migrations.AddConstraint(
            model_name='actor',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), ('housing_organisation__isnull', False), ('housing_department__isnull', False), ('municipality__isnull', False), _connector='OR'), name='actor_has_a_name', violation_error_message='Skriv, hvad aktøren hedder, eller vælg den i registeret.'),
        ),
        migrations.AddConstraint(
            model_name='municipalityregion',
            constraint=models.UniqueConstraint(fields=('municipality', 'region'), name='municipality_once_per_region'),
        ),
        migrations.AddConstraint(
            model_name='municipalityregion',
            constraint=models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_from__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='region_period_in_order', violation_error_message='Sidste dag skal ligge efter første dag.'),
        ),
    ]

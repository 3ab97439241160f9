package io.segmenta;

import io.segmenta.service.campaign.CampaignRepository;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.campaign.Campaigns;
import io.segmenta.service.compare.CompareService;
import io.segmenta.service.compare.ComparedRuns;
import io.segmenta.service.dataset.DatasetLibrary;
import io.segmenta.service.dataset.DatasetRepository;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.dataset.DatasetStores;
import io.segmenta.service.export.ExportService;
import io.segmenta.service.export.StoredExports;
import io.segmenta.service.installation.DefaultsService;
import io.segmenta.service.installation.Home;
import io.segmenta.service.installation.SettingKeys;
import io.segmenta.service.installation.SettingRepository;
import io.segmenta.service.installation.Settings;
import io.segmenta.service.installation.StoredDefaults;
import io.segmenta.service.person.People;
import io.segmenta.service.person.PersonService;
import io.segmenta.service.plan.EditedPlaybook;
import io.segmenta.service.plan.PlanService;
import io.segmenta.service.plan.Plans;
import io.segmenta.service.plan.PlaybookRepository;
import io.segmenta.service.plan.PlaybookService;
import io.segmenta.service.plan.ScenarioRepository;
import io.segmenta.service.results.AssignmentRepository;
import io.segmenta.service.results.Memberships;
import io.segmenta.service.run.RunQueue;
import io.segmenta.service.run.RunRepository;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunsOfDatasets;
import io.segmenta.service.run.Succession;
import io.segmenta.service.scoring.ScoringService;
import io.segmenta.service.scoring.StoredScoring;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the services; everything below them is plain Java. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class ServiceConfiguration {
    @Bean
    static SettingKeys settingKeys(Environment environment) {
        return new SettingKeys(environment);
    }

    @Bean
    Clock clock() {
        // Finer instants would not come back from the database as they were.
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    Home home(Settings settings) {
        return Home.open(settings.home());
    }

    @Bean
    DatasetStores datasetStores(Home home, Settings settings) {
        return new DatasetStores(home, settings.storeLimits());
    }

    @Bean
    RunService runService(
            RunRepository runs,
            AssignmentRepository assignments,
            DatasetRepository datasets,
            DatasetStores stores,
            Clock clock,
            Settings settings) {
        Succession succession = new Succession(runs, datasets, new Memberships(assignments));
        return new RunQueue(runs, assignments, stores, succession, clock, settings.workers());
    }

    @Bean
    DatasetService datasetService(
            DatasetRepository datasets,
            RunService runs,
            RunRepository repository,
            DatasetStores stores,
            Home home,
            Clock clock) {
        return new DatasetLibrary(datasets, new RunsOfDatasets(runs, repository), stores, home, clock);
    }

    @Bean
    CompareService compareService(RunRepository runs, AssignmentRepository assignments) {
        return new ComparedRuns(runs, assignments);
    }

    @Bean
    DefaultsService defaultsService(SettingRepository settings) {
        return new StoredDefaults(settings);
    }

    @Bean
    PlaybookService playbookService(PlaybookRepository versions, Clock clock) {
        return new EditedPlaybook(versions, clock);
    }

    @Bean
    PlanService planService(RunService runs, PlaybookService playbooks, ScenarioRepository scenarios, Clock clock) {
        return new Plans(runs, playbooks, scenarios, clock);
    }

    @Bean
    CampaignService campaignService(
            RunService runs,
            AssignmentRepository assignments,
            CampaignRepository campaigns,
            DatasetStores stores,
            Clock clock) {
        return new Campaigns(runs, assignments, campaigns, stores, clock);
    }

    @Bean
    PersonService personService(RunService runs, AssignmentRepository assignments, DatasetStores stores, Clock clock) {
        return new People(runs, assignments, stores, clock);
    }

    @Bean
    ScoringService scoringService(RunRepository runs, Home home, Settings settings) {
        return new StoredScoring(runs, home, settings.storeLimits());
    }

    @Bean
    ExportService exportService(RunService runs, AssignmentRepository assignments, PlanService plans) {
        return new StoredExports(runs, assignments, plans);
    }
}

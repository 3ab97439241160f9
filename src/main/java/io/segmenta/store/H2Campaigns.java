package io.segmenta.store;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.document.Documents;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.service.campaign.CampaignRepository;
import io.segmenta.service.campaign.SavedCampaign;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Campaigns as JSON; a name is unique within its run by the database. They go with the run, by the database too. */
@Repository
class H2Campaigns implements CampaignRepository {
    private final JdbcClient jdbc;

    H2Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SavedCampaign> add(
            RunId run, Campaign campaign, int customers, int control, Instant at, UserName by) {
        KeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("INSERT INTO campaign (run, name, campaign, customers, control, made, made_by)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            run.value(),
                            campaign.name(),
                            Documents.write(campaign),
                            customers,
                            control,
                            Times.stored(at),
                            by.value())
                    .update(key, "id");
        } catch (DuplicateKeyException taken) {
            return Optional.empty();
        }
        long id = Objects.requireNonNull(key.getKey()).longValue();
        return Optional.of(new SavedCampaign(id, run, campaign, customers, control, at, by));
    }

    @Override
    public List<SavedCampaign> all() {
        return jdbc.sql("SELECT * FROM campaign ORDER BY id DESC")
                .query((row, number) -> new SavedCampaign(
                        row.getLong("id"),
                        new RunId(row.getLong("run")),
                        Documents.read(row.getString("campaign"), Campaign.class),
                        row.getInt("customers"),
                        row.getInt("control"),
                        Times.required(row, "made"),
                        new UserName(row.getString("made_by"))))
                .list();
    }

    @Override
    public void delete(long campaign) {
        jdbc.sql("DELETE FROM campaign WHERE id = ?").param(campaign).update();
    }
}

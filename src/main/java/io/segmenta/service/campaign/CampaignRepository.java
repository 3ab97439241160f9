package io.segmenta.service.campaign;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps campaigns as long as their runs. */
public interface CampaignRepository {
    /** Empty where the run has a campaign of this name already. */
    Optional<SavedCampaign> add(RunId run, Campaign campaign, int customers, int control, Instant at, UserName by);

    /** Of all runs, latest first. */
    List<SavedCampaign> all();

    void delete(long campaign);
}

package io.segmenta.service.campaign;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import java.time.Instant;

/**
 * A campaign as it was kept with its run.
 *
 * @param customers in its audience
 * @param control those of them who are left alone
 */
public record SavedCampaign(
        long id, RunId run, Campaign campaign, int customers, int control, Instant at, UserName by) {}

package io.segmenta.service.campaign;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import java.nio.file.Path;
import java.util.List;

/**
 * Campaigns with a control group: made from the customers of one run, measured in the data of a later one. Who is in which group is not
 * stored but drawn again from the run, which never changes, and the campaign's seed. So a campaign goes when its run goes; the audience
 * that was exported can be measured without either.
 */
public interface CampaignService {
    /** @throws io.segmenta.engine.base.UserFacingException where nobody is left alone, the name is taken, or the run is gone */
    SavedCampaign add(RunId run, Campaign campaign, UserName by);

    /** Of all runs, latest first. */
    List<SavedCampaign> all();

    /** Those of the same data as a run, or of the data before it, whose days are over there; latest first. */
    List<SavedCampaign> finished(RunId run);

    void delete(long campaign);

    /** @throws io.segmenta.engine.base.UserFacingException where the campaign went with its run */
    Audience audience(long campaign);

    /**
     * An audience from a file that was exported, in whichever format it now is.
     *
     * @param name as the user knows the file
     * @throws io.segmenta.engine.base.UserFacingException where the file is no audience
     */
    Audience read(Path file, String name, Progress progress);

    /**
     * What the audience spent in the data of a run, cleaned as there, whatever its period.
     *
     * @return the effect where the data hold all days that count
     * @throws io.segmenta.engine.base.UserFacingException where the data know nobody of the audience
     */
    Measurement measure(RunId run, Audience audience, CampaignPeriod period, Progress progress);
}

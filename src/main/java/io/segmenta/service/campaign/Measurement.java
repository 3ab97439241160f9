package io.segmenta.service.campaign;

/** What the data say about a campaign: its effect once its days are over, and before that only what it could show. */
public sealed interface Measurement permits CampaignEffect, CampaignPending {}

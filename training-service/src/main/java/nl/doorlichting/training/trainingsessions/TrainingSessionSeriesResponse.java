package nl.doorlichting.training.trainingsessions;

import java.util.List;

/** A series as it was planned, its sessions in the order of the days that were asked for. */
public record TrainingSessionSeriesResponse(String series, List<TrainingSessionResponse> sessions) {}

package id.deskpilkada.voting;

import java.time.Instant;

/** The situation of a village or district was reported; published in the transaction that takes the report. @param area digits of the village or district @param slot name of a slot of kind VOTING */
public record SituationReported(long roundId, String area, String slot, Instant at) {}

package id.deskpilkada.voting;

import java.time.Instant;

/** A TPS has reported in a slot of the day; published in the transaction that takes the report. @param slot name of a slot of kind VOTING @param at when the server received it */
public record VotingReported(long roundId, String tps, String slot, Instant at) {}

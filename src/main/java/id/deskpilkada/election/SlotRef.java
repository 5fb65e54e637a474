package id.deskpilkada.election;

import java.time.Instant;

/**
 * When reports of a kind are asked for.
 *
 * @param slot name of the slot, unique for its kind, e.g. {@code 10.00}
 * @param kind ASSIGNMENT, READINESS, VOTING, SITUATION, C1 or TIER
 */
public record SlotRef(String slot, String kind, Instant opensAt, Instant dueAt, boolean requiresSignature) {}

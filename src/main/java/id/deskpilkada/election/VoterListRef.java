package id.deskpilkada.election;

import org.jspecify.annotations.Nullable;

/** Registered voters (DPT) of a TPS for one race; men and women are null when only the total is known. */
public record VoterListRef(@Nullable Integer male, @Nullable Integer female, int total) {}

package id.deskpilkada.election;

import java.util.UUID;

/** The desk has recorded a decision of KPU about a round; published in the transaction that records it, which also carries it out. */
public record KpuDecided(UUID decision, RoundRef round) {}

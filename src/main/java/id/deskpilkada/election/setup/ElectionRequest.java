package id.deskpilkada.election.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An election as a caller sends it; every part may be missing or wrong until {@link ElectionCheck} has read it. */
public record ElectionRequest(
        @Nullable String name,
        @Nullable String date,
        @Nullable List<@Nullable RaceRequest> races,
        @Nullable List<@Nullable RoundRequest> rounds,
        @Nullable List<@Nullable SlotRequest> schedule) {

    public record RaceRequest(
            @Nullable String code, @Nullable String name, @Nullable String region, @Nullable PagesRequest pages) {}

    /** Pages of the form, as in the law unless given. */
    public record PagesRequest(@Nullable Integer plano, @Nullable Integer salinan) {}

    /**
     * @param date day of voting of this round where it is another than that of the election
     * @param tps the TPS of this round; absent for all
     */
    public record RoundRequest(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String date,
            @Nullable List<@Nullable String> tps) {}

    /** Times as ISO 8601 with offset. */
    public record SlotRequest(
            @Nullable String slot,
            @Nullable String kind,
            @Nullable String opensAt,
            @Nullable String dueAt,
            @Nullable Boolean requiresSignature) {}
}

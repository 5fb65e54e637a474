package id.deskpilkada.election.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.election.ElectionRef;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.Law;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An election as callers see it.
 *
 * @param schedule that of its first round which is not closed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ElectionView(
        String code,
        String name,
        LocalDate date,
        Law law,
        List<RaceView> races,
        List<RoundView> rounds,
        List<SlotView> schedule) {

    record RaceView(String code, String name, String region, Pages pages, List<CandidateRef> candidates) {

        static RaceView of(RaceRef race) {
            return new RaceView(
                    race.code(),
                    race.name(),
                    race.regionCode(),
                    new Pages(race.pagesPlano(), race.pagesSalinan()),
                    race.candidates());
        }
    }

    record Pages(int plano, int salinan) {}

    /** @param tps the TPS of this round; absent when it holds all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoundView(
            String code,
            RoundKind kind,
            RoundPhase phase,
            LocalDate date,
            @Nullable List<String> tps,
            List<SlotView> schedule) {}

    record SlotView(String slot, String kind, OffsetDateTime opensAt, OffsetDateTime dueAt, boolean requiresSignature) {

        static SlotView of(SlotRef slot, ZoneId zone) {
            return new SlotView(
                    slot.slot(),
                    slot.kind(),
                    slot.opensAt().atZone(zone).toOffsetDateTime(),
                    slot.dueAt().atZone(zone).toOffsetDateTime(),
                    slot.requiresSignature());
        }

        static List<SlotView> of(List<SlotRef> slots, ZoneId zone) {
            return slots.stream().map(slot -> of(slot, zone)).toList();
        }
    }

    static ElectionView of(ElectionRef entry, Elections elections, ZoneId zone) {
        List<RoundView> rounds = elections.rounds(entry.id()).stream()
                .map(round -> round(round, elections, zone))
                .toList();
        List<RaceView> races =
                elections.races(entry.id()).stream().map(RaceView::of).toList();
        List<SlotView> schedule = rounds.stream()
                .filter(round -> round.phase() != RoundPhase.CLOSED)
                .findFirst()
                .map(RoundView::schedule)
                .orElse(List.of());
        return new ElectionView(entry.code(), entry.name(), entry.date(), entry.law(), races, rounds, schedule);
    }

    private static RoundView round(RoundRef round, Elections elections, ZoneId zone) {
        return new RoundView(
                round.code(),
                round.kind(),
                round.phase(),
                round.date(),
                elections.namedStations(round.id()).orElse(null),
                SlotView.of(elections.slots(round.id()), zone));
    }
}

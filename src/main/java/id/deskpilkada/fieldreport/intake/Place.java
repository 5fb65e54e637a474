package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where and what a report is about, looked up among the stations, regions, races and slots of its round. */
@Component
class Place {

    private final Elections elections;
    private final Regions regions;

    Place(Elections elections, Regions regions) {
        this.elections = elections;
        this.regions = regions;
    }

    /** @throws Problem 422 when no round is meant, the round has not been started, or it is a practice that is over */
    RoundRef round(ReportFields fields) {
        var round = elections.round(fields.text("election"), fields.text("round"));
        if (round.phase() == RoundPhase.PREPARED) {
            throw Problem.unprocessable("ROUND_NOT_STARTED", round.code());
        }
        if (round.rehearsal() && round.phase() == RoundPhase.CLOSED) {
            throw Problem.unprocessable("PRACTICE_OVER", round.code());
        }
        return round;
    }

    /** Digits of the TPS or region; null when it is missing or unknown. */
    @Nullable
    String area(ReportFields fields, ReportKind kind, RoundRef round, Actor actor) {
        var tps = fields.text("tps");
        var region = fields.text("region");
        if (tps != null && region != null) {
            fields.wrong("region", region, "TPS_OR_REGION");
        }
        if (tps != null) {
            return station(fields, round, tps);
        }
        if (kind.needsTps()) {
            fields.required("tps");
            return null;
        }
        if (region != null) {
            return region(fields, region);
        }
        var located = kind == ReportKind.INCIDENT
                && fields.data().hasNonNull("location")
                && !actor.areas().isEmpty();
        if (!located) {
            fields.wrong("region", null, "FIELD_REQUIRED");
            return null;
        }
        return actor.areas().get(0);
    }

    private @Nullable String station(ReportFields fields, RoundRef round, String tps) {
        if (elections.station(round, tps).isPresent()) {
            return tps;
        }
        fields.wrong("tps", tps, "UNKNOWN_TPS", tps);
        return null;
    }

    private @Nullable String region(ReportFields fields, String region) {
        if (regions.find(region).isPresent()) {
            return Area.digits(region);
        }
        fields.wrong("region", region, "UNKNOWN_REGION", region);
        return null;
    }

    @Nullable
    RaceRef race(ReportFields fields, ReportKind kind, RoundRef round, @Nullable String area) {
        if (!kind.needsRace()) {
            if (fields.text("race") != null) {
                fields.wrong("race", fields.text("race"), "NOT_FOR_THIS_KIND");
            }
            return null;
        }
        var code = fields.required("race");
        if (code == null) {
            return null;
        }
        try {
            var race = elections.race(round.electionId(), code);
            if (area != null && !race.covers(area)) {
                fields.wrong("race", code, "RACE_NOT_AT_TPS", code, area);
            }
            return race;
        } catch (Problem unknown) {
            fields.wrong("race", code, unknown);
            return null;
        }
    }

    @Nullable
    String slot(ReportFields fields, ReportKind kind, RoundRef round) {
        var slot = kind.needsSlot() ? fields.required("slot") : fields.text("slot");
        if (slot == null) {
            return null;
        }
        if (elections.slots(round.id()).stream()
                .noneMatch(known -> known.slot().equals(slot) && known.kind().equals(schedule(kind)))) {
            fields.wrong("slot", slot, "UNKNOWN_SLOT", slot);
        }
        return slot;
    }

    /** The situation of a village or district is asked for when its TPS are, and photos belong to their form. */
    private static String schedule(ReportKind kind) {
        return switch (kind) {
            case SITUATION -> ReportKind.VOTING.name();
            case C1_PHOTOS -> ReportKind.C1.name();
            default -> kind.name();
        };
    }
}

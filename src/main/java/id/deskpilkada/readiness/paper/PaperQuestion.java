package id.deskpilkada.readiness.paper;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.platform.Area;
import id.deskpilkada.region.Region;
import org.jspecify.annotations.Nullable;

/** Which papers are compared: those of one kind, slot and race in a place. @param state null for all */
record PaperQuestion(
        RoundRef round, PaperReceipts.Paper paper, @Nullable RaceRef race, Region region, @Nullable PaperState state) {

    long raceId() {
        return race == null ? PaperReceipts.NO_RACE : race.id();
    }

    /** Digits of the places that lie in the region and vote on the race. */
    String area() {
        var votes = race == null ? "" : Area.digits(race.regionCode());
        return votes.length() > region.area().length() && votes.startsWith(region.area()) ? votes : region.area();
    }
}

package id.deskpilkada.c1;

import id.deskpilkada.c1.written.C1Data;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What a form adds to the totals. Received votes leave held forms out; a decided form counts with its decided version on both bases, unless a figure on it is absurd (E10): such a
 * form never enters a total.
 */
@Component
class C1Totals {

    private final C1Versions versions;
    private final ApplicationEventPublisher events;

    C1Totals(C1Versions versions, ApplicationEventPublisher events) {
        this.versions = versions;
        this.events = events;
    }

    void changed(C1Form form) {
        events.publishEvent(of(form, versions.get(form.id(), form.standingNo())));
    }

    static C1FormChanged of(C1Form form, C1Version standing) {
        var figures = form.held() ? null : figures(standing.data());
        return new C1FormChanged(
                form.roundId(),
                form.raceId(),
                form.tps(),
                form.villageArea(),
                form.districtArea(),
                true,
                form.held(),
                form.decided(),
                figures,
                form.decided() ? figures : null);
    }

    static C1Figures figures(C1Data data) {
        var votes = new TreeMap<Integer, Integer>();
        data.votes().forEach((ballotNumber, count) -> votes.put(ballotNumber, count == null ? 0 : count));
        return new C1Figures(
                number(data.validVotes()),
                number(data.invalidVotes()),
                number(data.dpt().total()),
                number(data.voters().total().total()),
                votes);
    }

    private static long number(@Nullable Integer written) {
        return written == null ? 0 : written;
    }
}

package id.deskpilkada.dashboard;

import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.c1.C1Figures;
import id.deskpilkada.c1.C1FormChanged;
import id.deskpilkada.election.ElectionDataChanged;
import id.deskpilkada.election.Elections;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The small election in a regency of 31 districts, with forms of C1 as the tally knows them. */
@Component
public class ManyDistricts {

    private final Installation installation;
    private final Elections elections;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ManyDistricts(
            Installation installation,
            Elections elections,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.installation = installation;
        this.elections = elections;
        this.events = events;
        this.transaction = transaction;
    }

    /** Twenty-nine districts of three TPS each beside the two that there are, all of them counting. */
    public void counting() {
        for (int number = 40; number < 69; number++) {
            var area = "3604" + number;
            installation
                    .asOwner()
                    .update(
                            "INSERT INTO desk.region (code, area, name, level, parent_code) VALUES (?, ?, ?, 'DISTRICT', '36.04')",
                            "36.04." + number,
                            area,
                            "Kecamatan Nomor " + number);
            installation
                    .asOwner()
                    .update(
                            """
                            INSERT INTO desk.polling_station (election_id, code, village_area, district_area, number)
                            SELECT e.id, ? || lpad(n::text, 3, '0'), ?, ?, n FROM desk.election e, generate_series(1, 3) n
                            """,
                            area + "2001",
                            area + "2001",
                            area);
        }
        installation.asOwner().update("UPDATE desk.round SET phase = 'COUNTING'");
        transaction.executeWithoutResult(status -> events.publishEvent(new ElectionDataChanged(0)));
    }

    /** A form with votes for both candidates has come. */
    public void form(String race, String tps, int one, int two, boolean verified) {
        var round = elections.round(SmallElection.CODE, SmallElection.ROUND);
        var figures = new C1Figures(one + two, 3, 3000, one + two + 3, new TreeMap<>(Map.of(1, one, 2, two)));
        transaction.executeWithoutResult(status -> events.publishEvent(new C1FormChanged(
                round.id(),
                elections.race(round.electionId(), race).id(),
                tps,
                tps.substring(0, 10),
                tps.substring(0, 6),
                true,
                false,
                verified,
                figures,
                verified ? figures : null)));
    }
}

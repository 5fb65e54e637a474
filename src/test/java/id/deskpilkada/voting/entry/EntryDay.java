package id.deskpilkada.voting.entry;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.VotingWork;
import id.deskpilkada.fieldreport.Dispatcher;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A day of voting in the past with Margasana's five TPS, and the people who report them. */
class EntryDay {

    static final String PASSWORD = "kata-sandi-uji";
    static final String MARGASANA = "3604052002";
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final SmallElection election;
    private final Dispatcher dispatcher;
    private final int port;
    final RoundRef round;

    EntryDay(Installation installation, SmallElection election, Dispatcher dispatcher, int port) {
        this(installation, election, dispatcher, port, false);
    }

    /** @param today whether slot 10.00 is open at this moment */
    EntryDay(Installation installation, SmallElection election, Dispatcher dispatcher, int port, boolean today) {
        this.election = election;
        this.dispatcher = dispatcher;
        this.port = port;
        installation.empty();
        if (today) {
            election.withVoting();
        } else {
            election.withVoting(SmallElection.DAY, schedule());
        }
        stations(3, 5);
        election.load(
                "staff",
                """
                username,nama,peran,wilayah,kata_sandi
                siti,Siti,village-admin,36.04.05.2002,%1$s
                joko,Joko,village-admin,36.04.17.2001,%1$s
                rudi,Rudi,tps-officer,3604052002002,%1$s
                udin,Udin,district-admin,36.04.05,%1$s
                camat,Camat,camat,36.04.05,%1$s
                dewi,Dewi,desk,36.04,%1$s
                """
                        .formatted(PASSWORD));
        this.round = election.round();
    }

    /** TPS of Margasana beyond the two of the small election. */
    void stations(int first, int last) {
        election.load(
                "polling-stations",
                IntStream.rangeClosed(first, last)
                        .mapToObj((MARGASANA + "%03d,Balai desa")::formatted)
                        .collect(Collectors.joining("\n", "kode_tps,alamat\n", "\n")));
    }

    private static List<SlotRef> schedule() {
        var slots = new ArrayList<SlotRef>();
        var opens = at("05:00");
        for (var time : List.of("06:00", "07:30", "10:00", "12:00", "13:30")) {
            slots.add(new SlotRef(time.replace(':', '.'), "VOTING", opens, at(time), false));
            opens = at(time);
        }
        slots.add(new SlotRef("C1", "C1", at("13:00"), at("21:00"), false));
        return slots;
    }

    private static Instant at(String time) {
        return SmallElection.DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** Opens the tasks of slot 10.00. */
    void openTasks(VotingWork work, Elections elections) {
        var slot = elections.slot(round.id(), "VOTING", "10.00");
        boolean more = true;
        while (more) {
            more = work.openNext(round, slot);
        }
    }

    DeskClient client(String username) {
        return new DeskClient(port, username, PASSWORD);
    }

    static String tps(int number) {
        return MARGASANA + "%03d".formatted(number);
    }

    /** @param data as JSON */
    DeskClient.Answer send(String username, String tps, String slot, String data) {
        return client(username)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        """
                        {"kind": "VOTING", "tps": "%s", "slot": "%s", "observedAt": "2024-11-27T10:00:00+07:00", "data": %s}
                        """
                                .formatted(tps, slot, data));
    }

    void accepted(String username, String tps, String slot, String data) {
        var answer = send(username, tps, slot, data);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        drain();
    }

    void drain() {
        dispatcher.drain();
    }
}

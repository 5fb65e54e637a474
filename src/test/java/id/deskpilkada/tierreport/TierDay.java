package id.deskpilkada.tierreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.DeskClient.Answer;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import id.deskpilkada.tierreport.compile.CanonicalJson;
import id.deskpilkada.tierreport.compile.Snapshot;
import id.deskpilkada.tierreport.compile.TierCompiling;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** A day of voting whose polls have closed and whose forms come in, with the people around the reports of the tiers. */
@Component
public class TierDay {

    public static final String KRAMATWATU = "360405";
    public static final String BAROS = "360417";
    public static final String REGENCY = "3604";

    /** The slot at which most has come; a signature is asked for. */
    public static final String EVENING = "19.00";

    private final Installation installation;
    private final SmallElection election;
    private final Elections elections;
    private final Rounds rounds;
    private final Staff staff;
    private final Secrets secrets;
    private final Dispatcher dispatcher;
    private final SystemTransactions transactions;
    private final TierCompiling compiling;
    private final TierReportRows rows;

    TierDay(
            Installation installation,
            SmallElection election,
            Elections elections,
            Rounds rounds,
            Staff staff,
            Secrets secrets,
            Dispatcher dispatcher,
            SystemTransactions transactions,
            TierCompiling compiling,
            TierReportRows rows) {
        this.installation = installation;
        this.election = election;
        this.elections = elections;
        this.rounds = rounds;
        this.staff = staff;
        this.secrets = secrets;
        this.dispatcher = dispatcher;
        this.transactions = transactions;
        this.compiling = compiling;
        this.rows = rows;
    }

    /** The slots 07.30 and 10.00 of voting are over, the forms are open since twenty minutes, every report is expected. */
    public RoundRef begin() {
        installation.empty();
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var round = election.withVoting(
                now.minus(Duration.ofHours(4)).atZone(SmallElection.ZONE).toLocalDate(),
                List.of(
                        SmallElection.voting("07.30", now.minus(Duration.ofHours(4)), now.minus(Duration.ofHours(2))),
                        SmallElection.voting(
                                "10.00", now.minus(Duration.ofHours(2)), now.minus(Duration.ofMinutes(30))),
                        new SlotRef(
                                "C1", "C1", now.minus(Duration.ofMinutes(20)), now.plus(Duration.ofHours(6)), false),
                        new SlotRef(
                                "10.00",
                                "TIER",
                                now.minus(Duration.ofHours(2)),
                                now.minus(Duration.ofMinutes(30)),
                                false),
                        new SlotRef(
                                EVENING,
                                "TIER",
                                now.minus(Duration.ofMinutes(20)),
                                now.plus(Duration.ofMinutes(10)),
                                true)));
        transactions.write("test", () -> rounds.prepare(round));
        var people = new People(staff, secrets);
        people.add("siti", "Siti Margasana", "village-admin@36.04.05.2002");
        people.add("joko", "Joko Baros", "village-admin@36.04.17.2001");
        people.add("budi", "Budi Verifikator", "district-verifier@36.04.05");
        people.add("beni", "Beni Verifikator", "district-verifier@36.04.17");
        people.add("camat", "Cici Camat", "camat@36.04.05");
        people.add("camat-baros", "Bono Camat", "camat@36.04.17");
        people.add("kecamatan", "Kiki Kecamatan", "district-admin@36.04.05");
        people.add("desk", "Dewi Desk", "desk@36.04");
        people.add("sekda", "Sekda Serang", "leader@36.04");
        people.add("pengawas", "Pina Pengawas", "supervisor@36.04");
        people.add("bpbd", "Bima BPBD", "agency-bpbd@36.04");
        return round;
    }

    public RoundRef round() {
        return election.round();
    }

    public DeskClient as(int port, String username) {
        return new DeskClient(port, username, People.PASSWORD);
    }

    public Answer report(int port, String username, String json) {
        var answer = as(port, username).put("/api/field-reports/" + UUID.randomUUID(), json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        dispatcher.drain();
        return answer;
    }

    public void voting(int port, String username, String tps, String slot, String data) {
        report(
                port,
                username,
                "{\"kind\":\"VOTING\",\"tps\":\"%s\",\"slot\":\"%s\",\"observedAt\":\"%s\",\"data\":%s}"
                        .formatted(tps, slot, Instant.now(), data));
    }

    public void incident(int port, String username, String tps, String data) {
        report(
                port,
                username,
                "{\"kind\":\"INCIDENT\",\"tps\":\"%s\",\"observedAt\":\"%s\",\"data\":%s}"
                        .formatted(tps, Instant.now(), data));
    }

    /** A form of two candidates with five invalid votes, on whose paper every equation holds. */
    public static String form(int one, int two) {
        int valid = one + two;
        int total = valid + 5;
        return """
            {"form": "PLANO", "dpt": {"male": 241, "female": 239, "total": 480},
             "voters": {"listed": {"male": 0, "female": %1$d, "total": %1$d}, "movedIn": {"male": 0, "female": 0, "total": 0},
               "unlisted": {"male": 0, "female": 0, "total": 0}, "total": {"male": 0, "female": %1$d, "total": %1$d}},
             "ballots": {"received": 492, "used": %1$d, "spoiled": 0, "unused": %2$d},
             "disabledVoters": {"male": 0, "female": 0, "total": 0},
             "votes": {"1": %3$d, "2": %4$d}, "validVotes": %5$d, "invalidVotes": 5, "totalVotes": %1$d}"""
                .formatted(total, Math.max(0, 492 - total), one, two, valid);
    }

    public void c1(int port, String username, String race, String tps, int one, int two) {
        var form = form(one, two);
        report(
                port,
                username,
                "{\"kind\":\"C1\",\"race\":\"%s\",\"tps\":\"%s\",\"observedAt\":\"%s\",\"data\":%s, \"photos\": [\"%s\"]}}"
                        .formatted(
                                race,
                                tps,
                                Instant.now(),
                                form.substring(0, form.length() - 1),
                                photo(as(port, username), tps)));
    }

    /** The same form typed again by somebody who has not seen it. */
    public void verify(int port, String verifier, String race, String tps, int one, int two) {
        var answer = as(port, verifier)
                .post("/api/c1/" + race + "/" + tps + "/rekeyings", "{\"data\": " + form(one, two) + "}");
        assertThat(answer.body().path("outcome").asText()).as(answer.text()).isEqualTo("MATCH");
    }

    /** A small PNG. */
    public static byte[] image(int colour) {
        var image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, new Color(colour & 0xFFFFFF).getRGB());
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String photo(DeskClient sender, String tps) {
        var image = image(tps.hashCode());
        var hash = DigestUtils.sha256Hex(image);
        assertThat(sender.putBytes("/api/photos/" + hash, "image/png", image).status())
                .isIn(200, 201);
        return hash;
    }

    /** Version 1, or the next one as a correction. @param area digits */
    public TierReport compiled(String slot, String area) {
        return transactions.write("test", () -> compiling.compile(order(slot, area)));
    }

    private TierCompiling.Order order(String slot, String area) {
        boolean first = installation
                        .asOwner()
                        .queryForObject(
                                "SELECT count(*) FROM desk.tier_report WHERE slot = ? AND area = ?",
                                Integer.class,
                                slot,
                                area)
                == 0;
        return new TierCompiling.Order(
                round().id(),
                slot,
                area,
                area.length() == REGENCY.length() ? TierLevel.REGENCY : TierLevel.DISTRICT,
                elections.slot(round().id(), "TIER", slot).dueAt(),
                slot.equals(EVENING),
                first ? TierCause.FIRST : TierCause.CORRECTION,
                first ? null : "Formulir dikoreksi",
                null);
    }

    public Snapshot frozen(TierReport report) {
        return CanonicalJson.read(snapshot(report), Snapshot.class);
    }

    public String snapshot(TierReport report) {
        return transactions.read("test", () -> rows.snapshot(report.id()));
    }

    public String changes(TierReport report) {
        return transactions.read("test", () -> rows.changes(report.id()));
    }

    public JsonNode recount(int port) {
        return new DeskClient(port, "admin", "rahasia-admin-uji")
                .get("/api/checks/recount")
                .body();
    }
}

package id.deskpilkada.browser;

import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.election.CountingWork;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.Dispatcher;
import id.deskpilkada.staff.People;
import id.deskpilkada.staff.Staff;
import id.deskpilkada.staff.signin.Secrets;
import id.deskpilkada.tierreport.TierDay;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** An election day with one person of each kind around Form C1, every case open: what tests of pages and of Tasklist begin with. */
@Component
public class FormDay {

    public static final String TPS = SmallElection.MARGASANA_1;
    public static final String ADMIN = "margasana";
    public static final String DISTRICT_ADMIN = "admin-kramatwatu";
    public static final String VERIFIER = "verifikator";
    public static final String DESK = "desk";

    private final Installation installation;
    private final SmallElection election;
    private final Staff staff;
    private final Secrets secrets;
    private final CountingWork counting;
    private final Dispatcher dispatcher;

    FormDay(
            Installation installation,
            SmallElection election,
            Staff staff,
            Secrets secrets,
            CountingWork counting,
            Dispatcher dispatcher) {
        this.installation = installation;
        this.election = election;
        this.staff = staff;
        this.secrets = secrets;
        this.counting = counting;
        this.dispatcher = dispatcher;
    }

    public RoundRef begin() {
        installation.empty();
        var round = election.started();
        var people = new People(staff, secrets);
        people.add(ADMIN, "Siti Margasana", "village-admin@36.04.05.2002");
        people.add(DISTRICT_ADMIN, "Udin Kramatwatu", "district-admin@36.04.05");
        people.add(VERIFIER, "Rina Verifikator", "district-verifier@36.04.05");
        people.add(DESK, "Dewi Desk", "desk@36.04");
        openCases(round);
        return round;
    }

    private void openCases(RoundRef round) {
        boolean more = true;
        while (more) {
            more = counting.openNext(round);
        }
    }

    /** Somebody hands in a form of the BUPATI race and it is taken. */
    public void form(int port, String username, String tps, int one, int two) {
        var answer = new DeskClient(port, username, People.PASSWORD)
                .put(
                        "/api/field-reports/" + UUID.randomUUID(),
                        "{\"kind\":\"C1\",\"race\":\"BUPATI\",\"tps\":\"%s\",\"observedAt\":\"%s\",\"data\":%s}"
                                .formatted(tps, Instant.now(), TierDay.form(one, two)));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        drain();
    }

    /** Lets the ledger hand over what has arrived. */
    public void drain() {
        dispatcher.drain();
    }

    public int reports() {
        return installation.asOwner().queryForObject("SELECT count(*) FROM desk.field_report", Integer.class);
    }

    /** A photo of a form, as PNG: some written numbers, so that a person can look at it. */
    public static byte[] photo(String title, List<String> lines) {
        var image = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xF7F3E8));
        pen.fillRect(0, 0, 1200, 1600);
        pen.setColor(new Color(0x1B2A49));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
        pen.drawString(title, 80, 120);
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 40));
        for (int line = 0; line < lines.size(); line++) {
            pen.drawString(lines.get(line), 80, 240 + 80 * line);
        }
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

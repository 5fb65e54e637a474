package id.deskpilkada;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.platform.SystemTransactions;
import id.deskpilkada.tierreport.TierCause;
import id.deskpilkada.tierreport.TierLevel;
import id.deskpilkada.tierreport.compile.TierCompiling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything that leaves as a table and may be opened in a spreadsheet: no cell of it is a formula, whatever somebody had themselves called. */
@WholeApplication
class ExportsTests {

    /** Every export there is, with addresses that give one. A new one is missing here until it is tried as well. */
    private static final Map<String, List<String>> EXPORTS = Map.ofEntries(
            entry(
                    "/api/tally/{race}.csv",
                    "/api/tally/BUPATI.csv",
                    "/api/tally/BUPATI.csv?region=36.04.05",
                    "/api/tally/BUPATI.csv?region=36.04.05.2002"),
            entry("/api/screenings.csv", "/api/screenings.csv?puskesmas=7"),
            entry("/api/meetings.xlsx", "/api/meetings.xlsx"),
            entry("/api/risks.xlsx", "/api/risks.xlsx", "/api/risks.xlsx?region=36.04.05"),
            entry(
                    "/api/incidents.xlsx",
                    "/api/incidents.xlsx",
                    "/api/incidents.xlsx?state=REPORTED&severity=2&region=36.04.05"),
            entry("/api/incidents.csv", "/api/incidents.csv"),
            entry(
                    "/api/practice-progress/people.csv",
                    "/api/practice-progress/people.csv?election=pilkada-uji&round=GLADI-1"),
            entry(
                    "/api/paper-receipts.csv",
                    "/api/paper-receipts.csv",
                    "/api/paper-receipts.csv?kind=VOTING&slot=10.00"),
            entry("/api/paper-receipts.xlsx", "/api/paper-receipts.xlsx?region=36.04.05"),
            entry("/api/tier-reports/{id:[0-9]+}.csv", "/api/tier-reports/{report}.csv"),
            entry("/api/tier-reports/{id:[0-9]+}.xlsx", "/api/tier-reports/{report}.xlsx"),
            entry("/api/evaluation.xlsx", "/api/evaluation.xlsx"),
            entry("/api/desk-quality.xlsx", "/api/desk-quality.xlsx"),
            entry("/api/comparison/{race}.csv", "/api/comparison/BUPATI.csv"),
            entry("/api/comparison/{race}.xlsx", "/api/comparison/BUPATI.xlsx?region=36.04.05"),
            entry("/api/official-figures/template.csv", "/api/official-figures/template.csv?race=BUPATI"),
            entry(
                    "/api/imports/{kind}/template.xlsx",
                    Stream.of(
                                    "risks",
                                    "risk-indicators",
                                    "regions",
                                    "polling-stations",
                                    "voter-lists",
                                    "candidates",
                                    "staff",
                                    "contacts",
                                    "agencies",
                                    "duty")
                            .map(kind -> "/api/imports/" + kind + "/template.xlsx")
                            .toArray(String[]::new)));

    private static Map.Entry<String, List<String>> entry(String pattern, String... addresses) {
        return Map.entry(pattern, List.of(addresses));
    }

    /** Files about the election, or of incidents, of which each line says for itself whether it is one of a practice. */
    private static final Set<String> OF_NO_ROUND = Set.of(
            "/api/screenings.csv",
            "/api/meetings.xlsx",
            "/api/risks.xlsx",
            "/api/incidents.xlsx",
            "/api/incidents.csv",
            "/api/imports/{kind}/template.xlsx");

    private static final String PRACTICE = "/api/practice-progress/people.csv";

    private static final List<String> FORMULAS = List.of("=1+1", "+62", "-1+1", "@SUM(A1)", "\t=1", "＝1+1");

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TierCompiling compiling;

    @Autowired
    SystemTransactions transactions;

    @LocalServerPort
    int port;

    long report;

    @BeforeEach
    void placesWithMaliciousNames() {
        installation.empty();
        election.started();
        var owner = installation.asOwner();
        var codes = owner.queryForList("SELECT code FROM desk.region ORDER BY code", String.class);
        for (int at = 0; at < codes.size(); at++) {
            owner.update(
                    "UPDATE desk.region SET name = ? WHERE code = ?",
                    FORMULAS.get(at % FORMULAS.size()) + " Baros",
                    codes.get(at));
        }
        election.load("staff", "username,nama,peran,wilayah\nadmin,Admin,health,36.04\nadmin,Admin,supervisor,36.04\n");
        owner.update(
                "INSERT INTO desk.puskesmas (id, election_id, name, area) OVERRIDING SYSTEM VALUE VALUES (7, 1, 'P', '3604')");
        for (var formula : FORMULAS) {
            owner.update(
                    "INSERT INTO desk.officer (election_id, code, name, duty, area, puskesmas_id) VALUES (1, ?, ?, 'KPPS', '3604052002001', 7)",
                    formula,
                    formula + " Petugas");
        }
        election.load("risks", "kode_wilayah,indikator,catatan\n36.04.05,FLOOD,=1+1\n36.04.05.2002,FLOOD,+62\n");
        owner.update(
                "INSERT INTO desk.meeting (area, subject, held_at, place, participants) VALUES ('3604', '=1+1', now(), 'Aula', 'KPU')");
        owner.update(
                "INSERT INTO desk.meeting_decision (meeting_id, position, text, in_charge, due_on, state) SELECT id, 1, '@SUM(A1)', '+62', current_date, 'OPEN' FROM desk.meeting");
        owner.update(
                "INSERT INTO desk.incident (round_id, area, category, severity, description, origin, observed_at, reported_at, state, triage_by) SELECT id, '360405', 'FIRE', 2, '=1+1', 'FIELD', now(), now(), 'REPORTED', now() FROM desk.round LIMIT 1");
        owner.update("UPDATE desk.candidate SET name = '=HYPERLINK(\"http://jahat.example\")'");
        owner.update(
                "INSERT INTO desk.round (election_id, code, kind, phase, started_at) SELECT id, 'GLADI-1', 'REHEARSAL', 'STARTED', now() FROM desk.election");
        owner.update(
                "INSERT INTO desk.schedule_slot (round_id, slot, kind, opens_at, due_at, requires_signature) SELECT r.id, s.slot, s.kind, s.opens_at, s.due_at, s.requires_signature FROM desk.round r, desk.schedule_slot s WHERE r.code = 'GLADI-1' AND s.kind <> 'TIER'");
        election.load("staff", "username,nama,peran,wilayah\nsiti,=Siti,village-admin,36.04.05.2002\n");
        report = compiled(election.round().id());
    }

    private long gladi() {
        return installation.asOwner().queryForObject("SELECT id FROM desk.round WHERE code = 'GLADI-1'", Long.class);
    }

    /** The report of a regency whose districts have told nothing; its names are enough. */
    private long compiled(long round) {
        var order = new TierCompiling.Order(
                round, "19.00", "3604", TierLevel.REGENCY, Instant.now(), true, TierCause.FIRST, null, null);
        return transactions.write("test", () -> compiling.compile(order)).id();
    }

    @Test
    void everyExportIsTriedHere() {
        var exports = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(pattern -> pattern.matches(".*\\.(csv|xlsx|tsv|ods)") && !pattern.startsWith("/api/audit"))
                .forEach(exports::add));
        assertThat(exports).isEqualTo(new TreeSet<>(EXPORTS.keySet()));
    }

    @Test
    void noCellIsAFormula() throws Exception {
        for (var addresses : EXPORTS.values()) {
            for (var address : addresses) {
                var bytes = get(address.replace("{report}", Long.toString(report)));
                var cells = bytes[0] == 'P' && bytes[1] == 'K' ? workbook(bytes) : csv(bytes);
                assertThat(cells).as(address).isNotEmpty().allSatisfy(cell -> assertThat(cell)
                        .doesNotMatch("(?s)\\s*[=+@＝＋＠].*")
                        .doesNotMatch("(?s)\\s*-(?![0-9]+([.,][0-9]+)?$).*"));
            }
        }
    }

    @Test
    void everyFileOfAPracticeSaysSoAndNoneOfARealRound() throws Exception {
        long practised = compiled(gladi());
        for (var export : EXPORTS.entrySet()) {
            if (OF_NO_ROUND.contains(export.getKey())) {
                continue;
            }
            for (var address : export.getValue()) {
                if (!export.getKey().equals(PRACTICE)) {
                    var real = send(address.replace("{report}", Long.toString(report)));
                    assertThat(fileName(real)).as(address).isNotBlank().doesNotContain("LATIHAN");
                    assertThat(words(real.body())).as(address).noneMatch(word -> word.contains("LATIHAN"));
                }
                var practice = send(
                        address.contains("GLADI-1")
                                ? address
                                : address.replace("{report}", Long.toString(practised))
                                        + (address.contains("?") ? "&" : "?") + "election=pilkada-uji&round=GLADI-1");
                assertThat(practice.statusCode()).as(address).isEqualTo(200);
                assertThat(fileName(practice)).as(address).startsWith("LATIHAN-");
                if (export.getKey().endsWith(".xlsx")) {
                    assertThat(sheets(practice.body()))
                            .as(address)
                            .isNotEmpty()
                            .allMatch(sheet -> sheet.matches("LATIHAN .+\\|LATIHAN"));
                }
            }
        }
    }

    @Test
    void anIncidentOfAPracticeSaysSoInItsLine() throws Exception {
        var owner = installation.asOwner();
        owner.update(
                "INSERT INTO desk.incident (round_id, area, category, severity, description, origin, observed_at, reported_at, state, triage_by) VALUES (?, '360405', 'FIRE', 2, 'Api', 'FIELD', now(), now(), 'REPORTED', now())",
                gladi());
        assertThat(csv(get("/api/incidents.csv"))).noneMatch(cell -> cell.startsWith("LATIHAN · "));

        owner.update("UPDATE desk.round SET phase = 'CLOSED' WHERE code = 'R1'");
        assertThat(csv(get("/api/incidents.csv")))
                .filteredOn(cell -> cell.startsWith("LATIHAN · "))
                .hasSize(1);
    }

    private static String fileName(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Content-Disposition")
                .map(value -> value.replaceAll(".*filename=\"([^\"]*)\".*", "$1"))
                .orElse("");
    }

    private static List<String> words(byte[] bytes) throws IOException {
        if (bytes[0] != 'P' || bytes[1] != 'K') {
            return List.of(new String(bytes, StandardCharsets.UTF_8));
        }
        return Stream.concat(workbook(bytes).stream(), sheets(bytes).stream()).toList();
    }

    /** Name and first cell of each sheet. */
    private static List<String> sheets(byte[] bytes) throws IOException {
        var names = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> names.add(
                    sheet.getSheetName() + "|" + sheet.getRow(0).getCell(0).getStringCellValue()));
        }
        return names;
    }

    @Test
    void theFileNameIsOursAndTheBrowserDoesNotGuess() throws Exception {
        var answer = send("/api/tally/BUPATI.csv?region=36.04");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse("attachment"))
                .doesNotContain("Baros", "\r", "..");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private byte[] get(String address) throws Exception {
        var answer = send(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<byte[]> send(String address) throws Exception {
        var credentials =
                Base64.getEncoder().encodeToString("admin:rahasia-admin-uji".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static List<String> csv(byte[] bytes) throws IOException {
        try (var parser =
                CSVParser.parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)), CSVFormat.RFC4180)) {
            return parser.getRecords().stream()
                    .flatMap(line -> line.stream())
                    .filter(cell -> !cell.isEmpty())
                    .toList();
        }
    }

    private static List<String> workbook(byte[] bytes) throws IOException {
        var texts = new ArrayList<String>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                if (cell.getCellType() == CellType.STRING
                        && !cell.getStringCellValue().isEmpty()) {
                    texts.add(cell.getStringCellValue());
                }
            })));
        }
        return texts;
    }
}

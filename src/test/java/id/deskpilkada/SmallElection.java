package id.deskpilkada;

import id.deskpilkada.election.ElectionDraft;
import id.deskpilkada.election.ElectionDraft.RaceDraft;
import id.deskpilkada.election.ElectionDraft.RoundDraft;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceKind;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.ImportResult;
import id.deskpilkada.imports.Imports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A small election through the services of set-up: two races (GUBERNUR in 36, BUPATI in 36.04) with two candidates each, and in 36.04 two districts with three villages and
 * five TPS, one of them a special location with another voter list per race.
 */
public class SmallElection {

    public static final String CODE = "pilkada-uji";
    public static final String ROUND = "R1";
    public static final LocalDate DAY = LocalDate.of(2024, 11, 27);

    /** Of the regency 36.04. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    public static final String MARGASANA_1 = "3604052002001";
    public static final String MARGASANA_2 = "3604052002002";
    public static final String KRAMATWATU_1 = "3604052001001";
    public static final String BAROS_1 = "3604172001001";
    public static final String BAROS_PRISON = "3604172001901";

    private final ElectionSetup setup;
    private final Elections elections;
    private final Rounds rounds;
    private final Imports imports;

    SmallElection(ElectionSetup setup, Elections elections, Rounds rounds, Imports imports) {
        this.setup = setup;
        this.elections = elections;
        this.rounds = rounds;
        this.imports = imports;
    }

    /** Everything set up and the round R1 started; its process stands before its first job. */
    public RoundRef started() {
        prepared();
        rounds.start(round().id());
        return round();
    }

    /** Everything set up, the round R1 not started; its schedule asks for no work before the day. */
    public RoundRef prepared() {
        setUp(draft(List.of(new RoundDraft(ROUND, RoundKind.REGULAR, null, null))));
        withoutPreparation(round());
        return round();
    }

    /** As {@link #started()}, with the day of voting a month from now and the whole default schedule, so that the work before the day is opened. */
    public RoundRef withPreparation() {
        return withPreparation(LocalDate.now().plusDays(30));
    }

    public RoundRef withPreparation(LocalDate day) {
        var whole = draft(List.of(new RoundDraft(ROUND, RoundKind.REGULAR, null, null)));
        setUp(new ElectionDraft(CODE, whole.name(), day, whole.races(), whole.rounds(), null));
        rounds.start(round().id());
        return round();
    }

    /**
     * As {@link #started()}, in the middle of the day of voting: the slot {@code 10.00} is open for another hour, {@code 06.00} and {@code 07.30} are over; counting begins in four hours.
     */
    public RoundRef withVoting() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return withVoting(
                now.minus(Duration.ofHours(5)).atZone(ZONE).toLocalDate(),
                List.of(
                        voting("06.00", now.minus(Duration.ofHours(4)), now.minus(Duration.ofHours(3))),
                        voting("07.30", now.minus(Duration.ofHours(3)), now.minus(Duration.ofHours(1))),
                        voting("10.00", now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1))),
                        voting("12.00", now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(3))),
                        voting("13.30", now.plus(Duration.ofHours(3)), now.plus(Duration.ofHours(5))),
                        new SlotRef("C1", "C1", now.plus(Duration.ofHours(4)), now.plus(Duration.ofHours(12)), false)));
    }

    /** As {@link #started()}, on another day and with the given schedule. */
    public RoundRef withVoting(LocalDate day, List<SlotRef> schedule) {
        var whole = draft(List.of(new RoundDraft(ROUND, RoundKind.REGULAR, null, null)));
        setUp(new ElectionDraft(CODE, whole.name(), day, whole.races(), whole.rounds(), schedule));
        rounds.start(round().id());
        return round();
    }

    public static SlotRef voting(String slot, Instant opensAt, Instant dueAt) {
        return new SlotRef(slot, "VOTING", opensAt, dueAt, false);
    }

    private void setUp(ElectionDraft draft) {
        regions();
        setup.put(draft);
        stations();
        candidates();
        voterLists();
    }

    private void withoutPreparation(RoundRef round) {
        setup.reschedule(
                round.id(),
                elections.slots(round.id()).stream()
                        .filter(slot -> !Set.of("READINESS", "ASSIGNMENT").contains(slot.kind()))
                        .toList());
    }

    /** A revote of the given TPS beside the rounds there are, started. */
    public RoundRef revote(String code, String... tps) {
        List<RoundDraft> drafts = new ArrayList<>();
        for (RoundRef known : elections.rounds(round().electionId())) {
            boolean first = known.code().equals(ROUND);
            drafts.add(new RoundDraft(
                    known.code(),
                    known.kind(),
                    first ? null : known.date(),
                    elections.namedStations(known.id()).orElse(null)));
        }
        drafts.add(new RoundDraft(code, RoundKind.REVOTE, DAY.plusDays(5), List.of(tps)));
        setup.put(draft(drafts));
        withoutPreparation(elections.round(CODE, code));
        rounds.start(elections.round(CODE, code).id());
        return elections.round(CODE, code);
    }

    public RoundRef round() {
        return elections.round(CODE, ROUND);
    }

    public void regions() {
        load(
                "regions",
                """
                kode,nama,lat,lng
                36,Banten,,
                36.04,Kabupaten Serang,-6.141738,106.146076
                36.04.05,Kramatwatu,-6.0401,106.112759
                36.04.05.2001,Kramatwatu,-6.065263,106.119018
                36.04.05.2002,Margasana,-6.0642,106.13578
                36.04.17,Baros,-6.21,106.12
                36.04.17.2001,Baros,-6.2101,106.1202
                """);
    }

    public void stations() {
        load("polling-stations", "kode_tps,alamat\n" + String.join(",Balai desa\n", stationCodes()) + ",Balai desa\n");
    }

    public void candidates() {
        load(
                "candidates",
                """
                jenis_pemilihan,nomor_urut,nama_paslon
                GUBERNUR,1,Calon A - Wakil A
                GUBERNUR,2,Calon B - Wakil B
                BUPATI,1,Calon C - Wakil C
                BUPATI,2,Calon D - Wakil D
                """);
    }

    public void voterLists() {
        var file = new StringBuilder("kode_tps;jenis_pemilihan;dpt_l;dpt_p;dpt_j\n");
        for (String tps : stationCodes()) {
            boolean prison = tps.equals(BAROS_PRISON);
            file.append(tps).append(prison ? ";GUBERNUR;600;90;690\n" : ";GUBERNUR;241;239;480\n");
            file.append(tps).append(prison ? ";BUPATI;200;74;274\n" : ";BUPATI;241;239;480\n");
        }
        load("voter-lists", file.toString());
    }

    public static List<String> stationCodes() {
        return List.of(KRAMATWATU_1, MARGASANA_1, MARGASANA_2, BAROS_1, BAROS_PRISON);
    }

    public ImportResult load(String kind, String csv) {
        return imports.run(kind, csv.getBytes(StandardCharsets.UTF_8), new ImportContext(null, false, null));
    }

    public static ElectionDraft draft(List<RoundDraft> rounds) {
        return new ElectionDraft(
                CODE,
                "Pilkada uji",
                DAY,
                List.of(
                        new RaceDraft(RaceKind.GUBERNUR, "Gubernur", "36", 2, 2),
                        new RaceDraft(RaceKind.BUPATI, "Bupati", "36.04", 2, 2)),
                rounds,
                null);
    }
}

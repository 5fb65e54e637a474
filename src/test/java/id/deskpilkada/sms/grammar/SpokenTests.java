package id.deskpilkada.sms.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpilkada.election.RaceKind;
import id.deskpilkada.sms.grammar.Said.Answer;
import id.deskpilkada.sms.grammar.Said.C1;
import id.deskpilkada.sms.grammar.Said.CheckIn;
import id.deskpilkada.sms.grammar.Said.Emergency;
import id.deskpilkada.sms.grammar.Said.Help;
import id.deskpilkada.sms.grammar.Said.Total;
import id.deskpilkada.sms.grammar.Said.Unclear;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTests {

    private static final Random RANDOM = new Random(7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C1 12K BUPATI 1 120 2 90 S 210 TS 5 J 215",
                "c1 12k bupati 1 120 2 90 s 210 ts 5 j 215",
                "C1 TPS 12 K Bupati: 1=120, 2=90, SAH=210, TIDAK SAH=5, JUMLAH=215",
                "C1;12-K;BUP;1:120;2:90;S210;TS5;J215",
                "c.hasil TPS12K pilbup paslon 1 120 paslon 2 90 sah 210 tidak sah 5 total 215",
                "C1 12K B 1.120 2.90 S.210 TS.5 J.215",
                "c1 TPS 012 K\nbupati\n01 120\n02 90\nS 21O\nTS 5\nJ 215",
                "C1 12K bupati S 210 TS 5 J 215 1 120 2 90"
            })
    void formC1IsReadHoweverItIsWritten(String text) {
        var said = (C1) Spoken.of(text).said();
        assertThat(Integer.valueOf(said.place().digits())).isEqualTo(12);
        assertThat(said.place().letter()).isEqualTo('K');
        assertThat(said.race()).isEqualTo(RaceKind.BUPATI);
        assertThat(said.votes()).containsExactlyEntriesOf(new TreeMap<>(Map.of(1, 120, 2, 90)));
        assertThat(said.totals()).isEqualTo(Map.of(Total.VALID, 210, Total.INVALID, 5, Total.ALL, 215));
        assertThat(said.strange()).isEmpty();
        assertThat(Spoken.isC1(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    C1 1 120 2 90 S 210                      |               | none
                    C1 12 1 120 2 90 S 210                   | 12            | none
                    C1 3604052002001 1 120 2 90 S 210        | 3604052002001 | none
                    C1 36.04.05.2002.001 1 120 2 90 S 210    | 3604052002001 | none
                    C1 36.04.05.2002 001 E 1 120 2 90 S 210  | 3604052002001 | E
                    C1 2002001 1 120 2 90 S 210              | 2002001       | none
                    C1 GUB 1 120 2 90 S 210                  |               | none
                    """)
    void thePollingStationIsToldFromTheNumbers(String text, String tps, String letter) {
        var said = (C1) Spoken.of(text).said();
        assertThat(said.place().digits()).isEqualTo(tps);
        assertThat(said.place().letter()).isEqualTo(letter.equals("none") ? null : letter.charAt(0));
        assertThat(said.votes()).containsExactlyEntriesOf(new TreeMap<>(Map.of(1, 120, 2, 90)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    C1 12K BUPATI 1 120 1 90 S 210 | 1
                    C1 12K BUPATI 1 120 2 S 210    | 2
                    C1 12K BUPATI 1 120 XYZ 2 90   | XYZ
                    C1 12K BUPATI 1 120 2 90 S     | S
                    """)
    void whatCannotBeReadInAFormIsNamed(String text, String word) {
        assertThat(((C1) Spoken.of(text).said()).strange()).containsExactly(word);
    }

    @Test
    void whateverAFormHoldsIsWrittenAndReadTheSame() {
        for (int round = 0; round < 500; round++) {
            var votes = new TreeMap<Integer, Integer>();
            for (int number = 1; number <= 1 + RANDOM.nextInt(9); number++) {
                votes.put(number, RANDOM.nextInt(1000));
            }
            var totals = new EnumMap<Total, Integer>(Total.class);
            for (var total : Total.values()) {
                if (RANDOM.nextInt(5) > 0) {
                    totals.put(total, RANDOM.nextInt(1000));
                }
            }
            var tps = "360405%04d%03d".formatted(2001 + RANDOM.nextInt(20), 1 + RANDOM.nextInt(998));
            var race = RaceKind.values()[RANDOM.nextInt(RaceKind.values().length)];
            var text = C1Text.write(tps, race, votes, totals::get);
            var said = (C1) Spoken.of(RANDOM.nextBoolean() ? text : text.toLowerCase(Locale.ROOT))
                    .said();
            assertThat(said.place()).as(text).isEqualTo(new Said.Place(tps, Damm.letter(tps)));
            assertThat(said.race()).as(text).isEqualTo(race);
            assertThat(said.votes()).as(text).isEqualTo(votes);
            assertThat(said.totals()).as(text).isEqualTo(totals);
            assertThat(said.strange()).as(text).isEmpty();
            assertThat(C1Text.agrees(said, tps, race)).as(text).isTrue();
        }
    }

    @Test
    void theDigitOfAFormFindsTwoDigitsThatChangedPlaces() {
        var text = C1Text.write("3604052002001", RaceKind.BUPATI, new TreeMap<>(Map.of(1, 120, 2, 90)), total -> null);
        var said = (C1) Spoken.of(text.replace("1 120", "1 210")).said();
        assertThat(C1Text.agrees(said, "3604052002001", RaceKind.BUPATI)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BUKA 12K 07.05                         | 12/K opened 07:05
                    buka tps 12 jam 7:05                   | 12/- opened 07:05
                    TPS 12 sudah buka                      | 12/- opened now
                    TPS 12 K dibuka pkl 07.05 aman         | 12/K opened 07:05 CALM
                    aman                                   | -/- CALM
                    AMAN 12K                               | 12/K CALM
                    12 rawan antre panjang                 | 12/- ATTENTION (antre panjang)
                    TPS 3 tidak aman                       | 3/- UNREST
                    ricuh 3604052002001                    | 3604052002001/- UNREST
                    HADIR 120 110                          | -/- 120+110=230
                    HADIR 12K 120 110                      | 12/K 120+110=230
                    HADIR 12 120 110                       | 12/- 120+110=230
                    HADIR 120 110 230                      | -/- 120+110=230
                    HADIR 12 120 110 230                   | 12/- 120+110=230
                    HADIR TPS 12 L=120 P=110               | 12/- 120+110=230
                    HADIR 12K 45L 50P                      | 12/K 45+50=95
                    HADIR 230                              | -/- null+null=230
                    HADIR 12C L 120 P 110 J 230            | 12/C 120+110=230
                    TUTUP 12K 13.00                        | 12/K closed 13:00
                    tutup 12 13.10 hadir 200 190           | 12/- closed 13:10 200+190=390
                    HENTI 12K banjir masuk                 | 12/K halted (banjir masuk)
                    LANJUT 12K                             | 12/K resumed
                    SITUASI AMAN                           | -/- CALM area
                    situasi desa rawan hujan deras         | -/- ATTENTION area (hujan deras)
                    """)
    void checkInsAreReadHoweverTheyAreWritten(String text, String expected) {
        assertThat(shown((CheckIn) Spoken.of(text).said())).isEqualTo(expected);
    }

    private static String shown(CheckIn said) {
        var shown = new StringBuilder();
        shown.append(said.place().digits() == null ? "-" : said.place().digits())
                .append('/')
                .append(said.place().letter() == null ? "-" : said.place().letter());
        if (said.openedNow()) {
            shown.append(" opened ").append(said.opened() == null ? "now" : said.opened());
        }
        if (said.closedNow()) {
            shown.append(" closed ").append(said.closed() == null ? "now" : said.closed());
        }
        if (said.voters() != null) {
            shown.append(" %s+%s=%s".formatted(said.male(), said.female(), said.voters()));
        }
        if (said.halted() != null) {
            shown.append(said.halted() ? " halted" : " resumed");
        }
        shown.append(said.calm() == null ? "" : " " + said.calm()).append(said.area() ? " area" : "");
        return shown + (said.remarks().isEmpty() ? "" : " (" + said.remarks() + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DARURAT 12K ketua KPPS pingsan       | 12 | K | false
                    Tolong! TPS 12 ribut                 | 12 |   | false
                    ambulans 12                          | 12 |   | true
                    banjir masuk TPS 3                   | 3  |   | false
                    petugas pingsan perlu ambulan TPS 3  | 3  |   | true
                    DARURAT                              |    |   | false
                    """)
    void callsForHelpAreTakenForOne(String text, String tps, Character letter, boolean ambulance) {
        assertThat(Spoken.of(text).said()).isEqualTo(new Emergency(new Said.Place(tps, letter), ambulance, text));
    }

    @Test
    void shortAnswersAndQuestionsAreKnown() {
        assertThat(Spoken.of(" ya. ").said()).isEqualTo(new Answer(true));
        assertThat(Spoken.of("Batal").said()).isEqualTo(new Answer(false));
        assertThat(Spoken.of("bantuan dong").said()).isEqualTo(new Help());
        assertThat(Spoken.of("latihan: C1 12K 1 5 2 6").practice()).isTrue();
        assertThat(Spoken.isC1("LATIHAN C1 12K 1 5 2 6")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "Selamat pagi pak", "C12 ada apa", "0812", "\u0000\u0001", "💡"})
    void whatSaysNothingIsUnclear(String text) {
        assertThat(Spoken.of(text).said()).isEqualTo(new Unclear());
    }

    @Test
    void noTextBreaksTheReader() {
        var letters = "C1 TPSBUKAHADRLJ#0123456789.:=,-\n é";
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder(round % 3 == 0 ? "C1 " : "");
            RANDOM.ints(RANDOM.nextInt(60), 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            assertThat(Spoken.of(text.toString())).isNotNull();
        }
    }

    @Test
    void whatAProgramWritesNamesTheSlotTheTimeAndOnesOwnWords() {
        var spoken = Spoken.of(
                "LATIHAN TPS 3604052002001E HADIR L 120 P 110 RAWAN SLOT 10.00 TULIS 10.42 KET Antre, 40 orang");
        var said = (CheckIn) spoken.said();
        assertThat(spoken.practice()).isTrue();
        assertThat(spoken.written()).isEqualTo(LocalTime.of(10, 42));
        assertThat(said.slot()).isEqualTo("10.00");
        assertThat(shown(said)).isEqualTo("3604052002001/E 120+110=230 ATTENTION (Antre, 40 orang)");
        assertThat(Spoken.of("AMAN 12K tulis 25.10").written()).isNull();
        assertThat(((C1) Spoken.of("C1 12K BUPATI 1 120 2 90 S 210 #7 TULIS 14.05")
                                .said())
                        .strange())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    C1 12K BUPATI 1 120 2 90            | true
                    BUPATI 12K 1 120 2 90 S 210         | true
                    lapor hasil 12K 1 120 2 90          | true
                    paslon 1 120 paslon 2 90            | true
                    12 1 120 2 90 3 80                  | true
                    lapor C1 12K 1 120 2 90             | true
                    HADIR 12C L 120 P 110 J 230         | false
                    HADIR 12K L 120 P 110 J 230         | false
                    BUKA 12K 07.05                      | false
                    TOLONG di jl mawar 12 rt 3 rw 4 no 1 hp 0812 | false
                    """)
    void whatMayBeAFormIsToldEvenWhereItCannotBeReadAsOne(String text, boolean form) {
        assertThat(Spoken.mayHoldVotes(text)).isEqualTo(form);
    }
}

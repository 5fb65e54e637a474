package id.deskpilkada.sms.grammar;

import id.deskpilkada.sms.grammar.Said.Calm;
import id.deskpilkada.sms.grammar.Said.CheckIn;
import id.deskpilkada.sms.grammar.Said.Place;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how the day goes at a polling station or in a village. */
final class CheckInWords {

    private static final Set<String> OPENED = Set.of("BUKA", "DIBUKA", "MULAI");
    private static final Set<String> CLOSED = Set.of("TUTUP", "DITUTUP", "SELESAI");
    private static final Set<String> VOTERS = Set.of("HADIR", "PEMILIH", "PENGGUNA");
    private static final Set<String> HALTED = Set.of("HENTI", "BERHENTI", "TERHENTI", "DIHENTIKAN");
    private static final Set<String> RESUMED = Set.of("LANJUT", "DILANJUTKAN");
    private static final Set<String> NOT = Set.of("TIDAK", "TDK", "TAK", "BELUM", "BLM");
    private static final Set<String> SILENT =
            Set.of("LAPOR", "STATUS", "JAM", "PUKUL", "PKL", "WIB", "WITA", "WIT", "SUDAH", "SDH", "DI", "ORANG");
    private static final Map<String, Calm> CALM = Map.ofEntries(
            Map.entry("AMAN", Calm.CALM),
            Map.entry("KONDUSIF", Calm.CALM),
            Map.entry("LANCAR", Calm.CALM),
            Map.entry("RAWAN", Calm.ATTENTION),
            Map.entry("WASPADA", Calm.ATTENTION),
            Map.entry("RICUH", Calm.UNREST),
            Map.entry("RUSUH", Calm.UNREST),
            Map.entry("KACAU", Calm.UNREST));
    /** What is said in one's own words stands last. */
    private static final Pattern OWN_WORDS = Pattern.compile("(?is)\\bKET(?:ERANGAN)?\\b[\\s:.,=]*(.+)$");

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[.:](\\d{2})");

    private final Words words;
    private final List<String> remarks = new ArrayList<>();
    private final List<Integer> counted = new ArrayList<>();
    private final String ownWords;
    private Place place = Place.NONE;
    private @Nullable String slot;
    private boolean openedNow;
    private boolean closedNow;
    private boolean lastClosed;
    private boolean counting;
    private @Nullable LocalTime opened;
    private @Nullable LocalTime closed;
    private @Nullable Integer male;
    private @Nullable Integer female;
    private @Nullable Integer total;
    private @Nullable Calm calm;
    private @Nullable Boolean halted;
    private boolean area;

    private CheckInWords(String text) {
        var own = OWN_WORDS.matcher(text);
        boolean told = own.find();
        this.ownWords = told ? own.group(1).strip() : "";
        this.words = Words.withTimes(told ? text.substring(0, own.start()) : text);
    }

    /** {@link Said.Unclear} when no word of it is known. */
    static Said read(String text) {
        var reader = new CheckInWords(text);
        while (reader.words.more()) {
            reader.step();
        }
        reader.count();
        boolean said = reader.openedNow
                || reader.closedNow
                || reader.male != null
                || reader.female != null
                || reader.total != null
                || reader.calm != null
                || reader.halted != null;
        return said ? reader.checkIn() : new Said.Unclear();
    }

    private CheckIn checkIn() {
        return new CheckIn(
                place, slot, openedNow, opened, closedNow, closed, male, female, total, calm, halted, area, remarks());
    }

    private String remarks() {
        var loose = String.join(" ", remarks).toLowerCase(Locale.ROOT);
        return loose.isEmpty() || ownWords.isEmpty() ? loose + ownWords : loose + " " + ownWords;
    }

    private void step() {
        if (words.take("TPS")) {
            if (words.number()) {
                place = words.takePlace();
            }
        } else if (words.number()) {
            number();
        } else {
            word(words.next());
        }
    }

    private void number() {
        if (!counting && place == Place.NONE) {
            place = words.takePlace();
            return;
        }
        var digits = words.peek();
        var number = words.takeNumber();
        if (number == null) {
            remarks.add(words.next());
        } else if (counting && Damm.isLetter(words.peek()) && place == Place.NONE && counted.isEmpty()) {
            place = new Place(digits, words.next().charAt(0));
        } else if (counting) {
            counted.add(number);
        } else {
            remarks.add(digits);
        }
    }

    private void word(String word) {
        var time = TIME.matcher(word);
        if (word.equals("SLOT") && TIME.matcher(words.peek()).matches()) {
            slot = "%5s".formatted(words.next().replace(':', '.')).replace(' ', '0');
        } else if (time.matches()) {
            time(word, Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
        } else if (OPENED.contains(word)) {
            openedNow = true;
            lastClosed = false;
        } else if (CLOSED.contains(word)) {
            closedNow = true;
            lastClosed = true;
        } else if (VOTERS.contains(word)) {
            counting = true;
        } else if (word.equals("L") || word.equals("LK")) {
            male = words.takeNumber();
        } else if (word.equals("P") || word.equals("PR")) {
            female = words.takeNumber();
        } else if (word.equals("J") || word.equals("JUMLAH") || word.equals("TOTAL")) {
            total = words.takeNumber();
        } else if (word.equals("SITUASI") || word.equals("DESA") || word.equals("KELURAHAN")) {
            area = true;
        } else {
            mood(word);
        }
    }

    private void mood(String word) {
        if (NOT.contains(word) && CALM.get(words.peek()) == Calm.CALM) {
            words.next();
            calm = Calm.UNREST;
        } else if (CALM.containsKey(word)) {
            calm = CALM.get(word);
        } else if (HALTED.contains(word)) {
            halted = true;
        } else if (RESUMED.contains(word)) {
            halted = false;
        } else if (!SILENT.contains(word)) {
            remarks.add(word);
        }
    }

    private void time(String word, int hour, int minute) {
        try {
            var told = LocalTime.of(hour, minute);
            if (lastClosed) {
                closed = told;
            } else if (openedNow) {
                opened = told;
            } else {
                remarks.add(word);
            }
        } catch (DateTimeException e) {
            remarks.add(word);
        }
    }

    /** Numbers without a label: all voters; men and women; and before or behind them the polling station or the sum. */
    private void count() {
        var numbers = new ArrayList<>(counted);
        boolean summed = numbers.size() == 3 && numbers.get(0) + numbers.get(1) == numbers.get(2);
        if (place == Place.NONE && (numbers.size() == 4 || numbers.size() == 3 && !summed)) {
            place = new Place(numbers.remove(0).toString(), null);
        }
        if (numbers.size() == 1) {
            total = numbers.get(0);
        } else if (numbers.size() >= 2) {
            male = numbers.get(0);
            female = numbers.get(1);
            total = numbers.size() > 2 ? numbers.get(2) : total;
        }
        if (male != null && female != null && total == null) {
            total = male + female;
        }
    }
}

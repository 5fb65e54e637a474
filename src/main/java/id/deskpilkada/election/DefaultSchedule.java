package id.deskpilkada.election;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The report slots of a day of voting unless the installation sets its own. A slot is due at the time in its name and opens when the one before it is due; field reports
 * (READINESS, VOTING) feed the tiers' report (TIER) of the same name. Of READINESS, the last slot is about logistics and an earlier one about site and people; ASSIGNMENT says when
 * every village has its admin, and when a village without one is escalated. C1 opens when the polls close at 13.00 and is due at 21.00.
 */
final class DefaultSchedule {

    static final String C1 = "C1";

    private static final String EVE = "H-1";
    private static final String EVE_OPENS = "H-1 06.00";
    private static final Pattern DAYS_BEFORE = Pattern.compile("H-(\\d+)(?: (.+))?");
    private static final String EVENING = "18.00";
    private static final String POLLS_PREPARE = "05.00";
    private static final List<String> VOTING = List.of("06.00", "07.30", "10.00", "12.00", "13.30");
    private static final List<String> TIER =
            List.of(EVE, "06.00", "07.30", "10.00", "12.00", "13.30", "15.00", "17.00", "19.00", "21.00", "24.00");
    private static final Set<String> SIGNED = Set.of(EVE, "13.30", "19.00", "24.00");

    private DefaultSchedule() {}

    static List<SlotRef> of(LocalDate day, ZoneId zone) {
        List<SlotRef> slots = new ArrayList<>();
        slots.add(slot("H-21", "ASSIGNMENT", "H-30", day, zone));
        slots.add(slot("H-3", "ASSIGNMENT", "H-21", day, zone));
        slots.add(slot("H-7", "READINESS", "H-21", day, zone));
        slots.add(slot(EVE, "READINESS", "H-7", day, zone));
        String opens = POLLS_PREPARE;
        for (String slot : VOTING) {
            slots.add(slot(slot, "VOTING", opens, day, zone));
            opens = slot;
        }
        slots.add(c1(day, zone));
        opens = EVE_OPENS;
        for (String slot : TIER) {
            slots.add(slot(slot, "TIER", opens, day, zone));
            opens = slot;
        }
        return List.copyOf(slots);
    }

    static SlotRef c1(LocalDate day, ZoneId zone) {
        return new SlotRef(C1, C1, at(day, "13.00", zone), at(day, "21.00", zone), false);
    }

    private static SlotRef slot(String name, String kind, String opens, LocalDate day, ZoneId zone) {
        boolean signed = kind.equals("TIER") && SIGNED.contains(name);
        return new SlotRef(name, kind, at(day, opens, zone), at(day, name, zone), signed);
    }

    private static Instant at(LocalDate day, String time, ZoneId zone) {
        var before = DAYS_BEFORE.matcher(time);
        if (before.matches()) {
            String hour = before.group(2) == null ? EVENING : before.group(2);
            return at(day.minusDays(Integer.parseInt(before.group(1))), hour, zone);
        }
        if (time.equals("24.00")) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
        return day.atTime(LocalTime.parse(time.replace('.', ':'))).atZone(zone).toInstant();
    }
}

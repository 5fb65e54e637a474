package id.deskpilkada.expectation.call;

import id.deskpilkada.expectation.MissingReports.Missing;
import id.deskpilkada.expectation.MissingReports.Reporter;
import id.deskpilkada.notification.ReadyText;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the same people owe: one call instead of one for each TPS. */
record CallGroup(List<Caller> people, List<Missing> reports) {

    /** Somebody to call; without a number both links are null. */
    record Caller(String name, @Nullable String phone, @Nullable String call, @Nullable String whatsApp) {}

    /** Reports of the same people together, where the first of them stands. */
    static List<CallGroup> of(List<Missing> items, String slotName, Messages messages) {
        var together = new LinkedHashMap<String, List<Missing>>();
        items.forEach(item -> together.computeIfAbsent(
                        item.reporters().isEmpty()
                                ? item.tps()
                                : item.reporters().stream()
                                        .map(one -> one.name() + "/" + one.phone())
                                        .collect(Collectors.joining(";")),
                        key -> new ArrayList<>())
                .add(item));
        return together.values().stream()
                .map(reports -> new CallGroup(
                        reports.get(0).reporters().stream()
                                .map(one -> caller(one, places(reports), slotName, messages))
                                .toList(),
                        reports))
                .toList();
    }

    private static Caller caller(Reporter one, String places, String slotName, Messages messages) {
        var call = one.call();
        if (call == null) {
            return new Caller(one.name(), one.phone(), null, null);
        }
        var text = messages.text("missing.ask", one.name(), slotName, places);
        var number = new PhoneNumber(call.substring("tel:".length()));
        return new Caller(
                one.name(), one.phone(), call, ReadyText.of(text, number).whatsApp());
    }

    /** E.g. {@code TPS 001, TPS 002 Margasana}. */
    private static String places(List<Missing> reports) {
        return reports.stream()
                .collect(Collectors.groupingBy(
                        Missing::villageName,
                        LinkedHashMap::new,
                        Collectors.mapping(Missing::tpsName, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(village -> village.getValue() + " " + village.getKey())
                .collect(Collectors.joining("; "));
    }
}

package id.deskpilkada.readiness.checklist;

import id.deskpilkada.readiness.ReadinessStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of the checklist, as this installation has them. */
@Component
class Checklist {

    private static final String ITEMS =
            """
            SELECT code, stage, item_group, label, label_en, owner, blocking, follow_up_days, position, active
            FROM checklist_item ORDER BY position, code
            """;

    private final JdbcClient jdbc;
    private final MessageSource messages;

    Checklist(JdbcClient jdbc, MessageSource messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** All of them, retired ones too, by code. */
    Map<String, ChecklistItem> byCode() {
        return all().stream().collect(Collectors.toMap(ChecklistItem::code, Function.identity()));
    }

    /** The same in the order in which they are asked for. */
    Map<String, ChecklistItem> inOrder() {
        var items = new LinkedHashMap<String, ChecklistItem>();
        all().forEach(item -> items.put(item.code(), item));
        return items;
    }

    List<ChecklistItem> asked(ReadinessStage stage) {
        return all().stream()
                .filter(item -> item.active() && item.stage() == stage)
                .toList();
    }

    private List<ChecklistItem> all() {
        return jdbc.sql(ITEMS).query(ChecklistItem.class).list();
    }

    /** In the language of the reader. */
    String label(ChecklistItem item) {
        return english() ? item.labelEn() : item.label();
    }

    /** Of an item or of what is asked beside the checklist. */
    String label(String code, Map<String, ChecklistItem> items) {
        var item = items.get(code);
        return item == null ? text("readiness.beside." + code, code) : label(item);
    }

    String group(String group) {
        return text("readiness.group." + group, group);
    }

    /** The name of an agency by its code. */
    String owner(String owner) {
        return text("readiness.owner." + owner, owner.toUpperCase(Locale.ROOT));
    }

    private String text(String key, String otherwise) {
        var text = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return text == null ? otherwise : text;
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}

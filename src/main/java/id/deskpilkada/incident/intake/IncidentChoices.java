package id.deskpilkada.incident.intake;

import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.platform.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of what usually happens: a choice sets the category and says enough by itself. */
@Component
public class IncidentChoices {

    private static final String ALL = "SELECT code, category, name, name_en FROM incident_choice ";

    private final JdbcClient jdbc;

    IncidentChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name as officials read it, in Indonesian */
    public record Choice(String code, IncidentCategory category, String name, String nameEn) {

        /** In the reader's language. */
        public String text() {
            return Messages.locale().equals(Locale.ENGLISH) ? nameEn : name;
        }
    }

    /** Those that are offered, in their order. */
    @Transactional(readOnly = true)
    public List<Choice> offered() {
        return jdbc.sql(ALL + "WHERE offered ORDER BY position, code")
                .query(Choice.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Choice> find(String code) {
        return jdbc.sql(ALL + "WHERE code = ?").param(code).query(Choice.class).optional();
    }
}

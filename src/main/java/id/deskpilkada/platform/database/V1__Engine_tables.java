package id.deskpilkada.platform.database;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Creates the engine's tables in schema {@code public} from the engine's own scripts, as the owner: the application role may use but not change them. */
@Component
class V1__Engine_tables extends BaseJavaMigration {

    private static final String[] PARTS = {
        "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history"
    };

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("SET search_path TO public");
            for (var part : PARTS) {
                ScriptUtils.executeSqlScript(
                        connection,
                        new ClassPathResource(
                                "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
            }
            statement.execute("CREATE INDEX act_idx_job_due ON act_ru_job (duedate_)");
            statement.execute("SET search_path TO desk, public");
        }
    }
}

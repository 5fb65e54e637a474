package id.deskpilkada.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the engine runs here: what it may keep, what its users may send, and how names of people and groups look. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class EngineSettings extends AbstractProcessEnginePlugin {

    /** What a serialised value may consist of. */
    private static final Set<String> PLAIN_TYPES =
            Set.of("java.lang.String", "java.lang.Boolean", "java.lang.Integer", "java.lang.Long", "java.lang.Double");

    private static final String NAMES = "[a-zA-Z0-9._@-]+|camunda-admin";

    private final BeanFactory beans;
    private final StartUpWork startUp;

    EngineSettings(BeanFactory beans, StartUpWork startUp) {
        this.beans = beans;
        this.startUp = startUp;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryRemovalTimeStrategy("start");
        // At once and thrice, as it would be, three attempts are over before a database has come back or a pool is free
        // again, and a clock stands still until somebody looks.
        engine.setFailedJobRetryTimeCycle("PT2S,PT10S,PT30S,PT1M,PT2M");
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableScriptCompilation(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(PLAIN_TYPES::contains);
        engine.setExpressionManager(new ModelExpressions(beans));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setGroupResourceWhitelistPattern(NAMES);
        engine.setUserResourceWhitelistPattern(NAMES);
        engine.setGeneralResourceWhitelistPattern(NAMES);
        engine.setTaskMetricsEnabled(false);
        // Nobody has a password here, but Welcome asks for the rules of one.
        engine.setEnablePasswordPolicy(true);
        engine.setQueryMaxResultsLimit(2000);
        engine.setAuthorizationCheckRevokes("never");
        engine.setCustomPostCommandInterceptorsTxRequired(added(
                engine.getCustomPostCommandInterceptorsTxRequired(),
                new QueryExpressions(),
                new PersonsCommands(),
                new SubmittedVariables()));
        engine.setCustomPreCommandInterceptorsTxRequired(
                added(engine.getCustomPreCommandInterceptorsTxRequired(), startUp.guard()));
        engine.setCustomPreBPMNParseListeners(
                added(engine.getCustomPreBPMNParseListeners(), new PlainModels(), new SubmittedVariables.Reader()));
    }

    @SafeVarargs
    private static <T> List<T> added(@Nullable List<T> there, T... more) {
        var all = new ArrayList<T>(there == null ? List.of() : there);
        all.addAll(List.of(more));
        return all;
    }
}

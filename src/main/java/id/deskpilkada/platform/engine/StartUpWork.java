package id.deskpilkada.platform.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Models come from the class path, filters and rights from our code, all of them while the application starts. Once it is ready nobody changes them, the application itself included. */
@Component
class StartUpWork {

    private static final List<Class<?>> RESERVED = List.of(
            DeployCmd.class,
            DeleteDeploymentCmd.class,
            DeleteProcessDefinitionsByIdsCmd.class,
            DeleteProcessDefinitionsByKeyCmd.class,
            SaveFilterCmd.class,
            DeleteFilterCmd.class,
            SaveAuthorizationCmd.class,
            DeleteAuthorizationCmd.class);

    private volatile boolean over;

    @EventListener(ApplicationReadyEvent.class)
    void end() {
        over = true;
    }

    /** For tests that bring models of their own. */
    void reopen() {
        over = false;
    }

    CommandInterceptor guard() {
        return new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                if (over && RESERVED.stream().anyMatch(type -> type.isInstance(command))) {
                    throw new AuthorizationException(
                            "Model, filter, dan hak akses hanya ditulis saat aplikasi mulai berjalan.");
                }
                return next.execute(command);
            }
        };
    }
}

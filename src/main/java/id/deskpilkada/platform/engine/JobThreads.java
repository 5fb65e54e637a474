package id.deskpilkada.platform.engine;

import id.deskpilkada.platform.Scope;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** The engine's own threads work for the whole installation: timers and parts of mass starts belong to no person. */
@Component
class JobThreads implements BeanPostProcessor {

    private static final String EXECUTOR = "camundaTaskExecutor";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (name.equals(EXECUTOR) && bean instanceof ThreadPoolTaskExecutor threads) {
            threads.setTaskDecorator(job -> () -> Scope.system("engine-jobs", job));
        }
        return bean;
    }
}

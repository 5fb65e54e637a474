package id.deskpilkada;

import id.deskpilkada.election.ScriptedPreparation;
import id.deskpilkada.election.ScriptedRound;
import id.deskpilkada.platform.engine.ProbeModels;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test against the whole application on real PostgreSQL and a random port. All such tests share one context; jobs and reports move when the test says so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "desk.database.binaries-dir=target/postgres-binaries",
            "desk.dispatcher.enabled=false",
            "management.prometheus.metrics.export.enabled=true",
            "desk.notification.enabled=false",
            "desk.sms.enabled=false",
            "desk.public.watching=false",
            "desk.notification.base-url=https://desk.example.go.id",
            "desk.notification.email.host=127.0.0.1",
            "desk.notification.email.from=desk@example.go.id",
            "desk.notification.email.start-tls=false",
            "desk.notification.email.timeout=700ms",
            "desk.notification.email.call=1s",
            "desk.notification.sms.timeout=1s",
            "desk.notification.sms.auth=Bearer kunci-gerbang-uji",
            "desk.notification.receipts.sms.token=rahasia-laporan-uji",
            "DESK_ADMIN_USERNAME=admin",
            "DESK_ADMIN_PASSWORD=rahasia-admin-uji",
            "desk.tier-reports.delivery.plain=true",
            "desk.passwords.memory-kib=64",
            "desk.passwords.iterations=1"
        })
@ContextConfiguration(initializers = {FreshDataDirectory.class, FreePorts.class})
@ExtendWith(SystemScope.class)
@Import({
    UnauditedWrites.class,
    Installation.class,
    SmallElection.class,
    ProbeModels.class,
    ScriptedPreparation.class,
    ScriptedRound.class
})
public @interface WholeApplication {}

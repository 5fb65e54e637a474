package id.deskpilkada.notification.outbox;

import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("id.deskpilkada.notification")
class NotificationConfiguration {}

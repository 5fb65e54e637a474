package id.deskpilkada.readiness.checklist;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadinessSettings.class)
class ReadinessConfiguration {}

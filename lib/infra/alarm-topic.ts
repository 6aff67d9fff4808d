import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where alarms are told: a topic of the team's, by its ARN, or one of ours that sends mails to an address. */
export function addAlarmTopic(scope: Construct, target: string): ITopic {
  return target.startsWith('arn:')
    ? Topic.fromTopicArn(scope, 'AlarmTopic', target)
    : addMailTopic(scope, target);
}

/** The address must be confirmed, by the link in the first mail that it gets. */
function addMailTopic(scope: Construct, address: string): Topic {
  // For its own alarms alone: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
  const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com', {
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
  });
  // CloudWatch may not use the key that AWS manages for SNS.
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  const masterKey = new Key(scope, 'AlarmKey', {
    description: 'Encrypts alarms on their way to whoever is told of them',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  masterKey.grant(cloudWatch, 'kms:Decrypt', 'kms:GenerateDataKey*');
  const topic = new Topic(scope, 'AlarmTopic', { masterKey, enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [cloudWatch],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
    }),
  );
  Validations.of(topic.addSubscription(new EmailSubscription(address))).acknowledge({
    id: 'Serverless-SNSRedrivePolicy',
    reason:
      'An alarm whose mail is lost still rings, in CloudWatch and on the dashboard. Nobody looks into a queue of lost mails, so it would tell nobody.',
  });
  return topic;
}

import { Random } from './corpus.ts';
import { iso, java, rounds, service, type Template } from './corpus-b-words.ts';

const r = new Random(0xb15);
const line = () => 1 + r.below(900);

const FRAMES: readonly Template[] = [
  () => `\tat com.example.${service(r)}.security.PasswordEncoder.matches(PasswordEncoder.java:${line()})`,
  () =>
    `\tat org.springframework.security.oauth2.jwt.NimbusJwtDecoder.decode(NimbusJwtDecoder.java:${line()})`,
  () => `\tat java.base/java.util.StringTokenizer.nextToken(StringTokenizer.java:${line()})`,
  () =>
    `\tat com.fasterxml.jackson.core.JsonParser.nextToken(JsonParser.java:${line()}) ~[jackson-core-2.17.${r.below(4)}.jar!/:na]`,
  () => `  File "/app/${service(r)}/auth/tokens.py", line ${line()}, in verify_token`,
  () =>
    `  File "/usr/lib/python3.12/site-packages/sqlalchemy/engine/base.py", line ${line()}, in _execute_context`,
  () => `    at TokenStore.refresh (/srv/app/dist/${service(r)}/token-store.js:${line()}:${r.below(80)})`,
  () => `    at async Promise.all (index ${r.below(9)})`,
  () =>
    `github.com/acme/${service(r)}/internal/secret.(*Manager).Rotate(0xc000${r.hex(6)}, {0x${r.hex(6)}, 0x${r.below(9)}})`,
  () => `\t/go/src/github.com/acme/${service(r)}/internal/secret/manager.go:${line()} +0x${r.hex(3)}`,
  () => `goroutine ${line()} [select, ${r.below(59)} minutes]:`,
  () => `\t... ${r.below(90)} more`,
  () => `${service(r)}/app/controllers/passwords_controller.rb:${line()}:in 'PasswordsController#update'`,
  () =>
    `#${r.below(30)} /var/www/${service(r)}/vendor/laravel/framework/src/Auth/Passwords/PasswordBroker.php(${line()}): sendResetLink()`,
  () =>
    `   at Acme.${service(r)}.Identity.TokenProvider.GetAsync(String scope) in /src/TokenProvider.cs:line ${line()}`,
  () =>
    `  ${line()}: core::result::unwrap_failed at /rustc/${r.hex(40)}/library/core/src/result.rs:${line()}`,
];

/** Traces as they stand, with lines of source that name a password and hold none. */
const WHOLE: readonly string[] = [
  `${java(r)} ERROR c.e.auth.LoginService : login failed`,
  'org.springframework.security.authentication.BadCredentialsException: Bad credentials',
  '\tat org.springframework.security.authentication.dao.DaoAuthenticationProvider.additionalAuthenticationChecks(DaoAuthenticationProvider.java:79)',
  '\tat jdk.internal.reflect.GeneratedMethodAccessor120.invoke(Unknown Source)',
  'Caused by: java.sql.SQLException: Access denied for user (using password: NO)',
  'Caused by: io.jsonwebtoken.ExpiredJwtException: JWT expired 312 seconds ago',
  'java.lang.NullPointerException: Cannot invoke "String.length()" because "password" is null',
  'java.lang.IllegalArgumentException: password must be at least 12 characters',
  'javax.crypto.BadPaddingException: Given final block not properly padded',
  'Suppressed: java.io.IOException: keystore password was incorrect',
  'Traceback (most recent call last):',
  '    password = form.cleaned_data.get("password")',
  '    token = self._tokens.get(user.id)',
  '    return self.client.login(username, password)',
  '    raise InvalidTokenError("token is not valid yet")',
  'jwt.exceptions.ExpiredSignatureError: Signature has expired',
  "KeyError: 'api_key'",
  "TypeError: login() missing 1 required positional argument: 'password'",
  'django.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty.',
  'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings',
  'secret_key',
  '  Field required [type=missing, input_value={}, input_type=dict]',
  'json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)',
  "TypeError: Cannot read properties of undefined (reading 'accessToken')",
  'SyntaxError: Unexpected token < in JSON at position 0',
  'SyntaxError: Unexpected token } in /srv/app/config.js',
  '      const token = await this.tokens.get(id);',
  '      if (!password) throw new BadRequest("password required");',
  'JsonWebTokenError: invalid signature',
  'TokenExpiredError: jwt expired',
  `  expiredAt: ${iso(r)}`,
  'panic: runtime error: invalid memory address or nil pointer dereference',
  '[signal SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x7a1c20]',
  'main.(*server).handleToken(0x0, {0x8f2a40, 0xc0000b2000}, 0xc0001a4000)',
  'x509: certificate signed by unknown authority',
  'rpc error: code = Unauthenticated desc = missing bearer token',
  "ActionController::InvalidAuthenticityToken (Can't verify CSRF token authenticity.):",
  'PHP Fatal error:  Uncaught TypeError: Argument #1 ($password) must be of type string, null given',
  "thread 'main' panicked at src/secret.rs:41:9: no secret for this tenant",
  'System.UnauthorizedAccessException: Access token is missing or expired',
];

export const TRACES: readonly string[] = [...WHOLE, ...rounds(r, 5, FRAMES)];

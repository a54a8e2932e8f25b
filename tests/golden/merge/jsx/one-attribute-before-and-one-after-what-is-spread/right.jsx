export const Input = (props) => <input {...props} autoComplete="off" />;
